export { FormDraft, useDraftId } from './FormDraft';

export { withDrafts } from './api/scaffolderApi';
export { FormDraft } from './components/FormDraft';
export { Gallery } from './components/Gallery';
export { default } from './plugin';

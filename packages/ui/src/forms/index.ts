export { useSubmit, type Submission } from './useSubmit';

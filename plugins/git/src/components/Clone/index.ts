export { CloneDialog } from './CloneDialog';

export { componentNameField } from './componentNameField';
export { draftNoteField } from './draftNoteField';
export { filesPreviewField } from './filesPreviewField';

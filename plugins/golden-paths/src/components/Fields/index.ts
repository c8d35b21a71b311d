export { componentNameField } from './componentNameField';
export { confirmedNameField } from './confirmedNameField';
export { draftNoteField } from './draftNoteField';
export { filesPreviewField } from './filesPreviewField';
export { projectOwnerField } from './projectOwnerField';
export { projectSystemField } from './projectSystemField';

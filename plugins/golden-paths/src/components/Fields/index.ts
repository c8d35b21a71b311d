export { componentNameField } from './componentNameField';
export { filesPreviewField } from './filesPreviewField';

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FilesPreview } from './FilesPreview';

/** Shows what will be written; it holds no value. */
export const filesPreviewField = createFormField({
  name: 'FilesPreview',
  component: FilesPreview,
});

import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const componentName = FormFieldBlueprint.make({
  name: 'component-name',
  params: {
    field: () => import('../components/Fields').then(m => m.componentNameField),
  },
});

const filesPreview = FormFieldBlueprint.make({
  name: 'files-preview',
  params: {
    field: () => import('../components/Fields').then(m => m.filesPreviewField),
  },
});

const draftNote = FormFieldBlueprint.make({
  name: 'draft-note',
  params: {
    field: () => import('../components/Fields').then(m => m.draftNoteField),
  },
});

export const formFields: ExtensionDefinition[] = [
  componentName,
  filesPreview,
  draftNote,
];

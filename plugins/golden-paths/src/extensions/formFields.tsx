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

const confirmedName = FormFieldBlueprint.make({
  name: 'confirmed-name',
  params: {
    field: () => import('../components/Fields').then(m => m.confirmedNameField),
  },
});

const projectOwner = FormFieldBlueprint.make({
  name: 'project-owner',
  params: {
    field: () => import('../components/Fields').then(m => m.projectOwnerField),
  },
});

const projectSystem = FormFieldBlueprint.make({
  name: 'project-system',
  params: {
    field: () => import('../components/Fields').then(m => m.projectSystemField),
  },
});

export const formFields: ExtensionDefinition[] = [
  componentName,
  filesPreview,
  draftNote,
  confirmedName,
  projectOwner,
  projectSystem,
];

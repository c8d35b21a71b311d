import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const componentName = FormFieldBlueprint.make({
  name: 'component-name',
  params: {
    field: async () => {
      const fields = await import('../components/Fields');
      return fields.componentNameField;
    },
  },
});

const filesPreview = FormFieldBlueprint.make({
  name: 'files-preview',
  params: {
    field: async () => {
      const fields = await import('../components/Fields');
      return fields.filesPreviewField;
    },
  },
});

export const formFields: ExtensionDefinition[] = [componentName, filesPreview];

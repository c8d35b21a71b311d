import { parseEntityRef } from '@backstage/catalog-model';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ConfirmedName } from './ConfirmedName';

/** Refuses to go on with another name than that of the component that is chosen. */
export const confirmedNameField = createFormField({
  name: 'ConfirmedName',
  component: ConfirmedName,
  validation: (typed: string, field, { formData }) => {
    const { component } = formData as { component?: string };
    if (!component || !typed) return;
    const { name } = parseEntityRef(component, { defaultKind: 'component' });
    // A ref may be in lower case where the name is not.
    if (typed.toLowerCase() !== name.toLowerCase()) {
      field.addError(`That is not the name of the component: type ${name}.`);
    }
  },
});

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { goldenPathsApiRef } from '../../api/goldenPathsApi';
import { ComponentName } from './ComponentName';

/** Refuses to go on with a name that somebody has. */
export const componentNameField = createFormField({
  name: 'ComponentName',
  component: ComponentName,
  validation: async (name: string, field, { apiHolder }) => {
    const api = apiHolder.get(goldenPathsApiRef);
    if (!api || !name) return;
    const { isFree, problem } = await api.name({ params: { name } });
    if (!isFree) field.addError(problem ?? `${name} is taken`);
  },
});

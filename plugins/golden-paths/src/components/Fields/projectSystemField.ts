import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ProjectSystem } from './ProjectSystem';

/** Finds a system by title and by name. */
export const projectSystemField = createFormField({
  name: 'ProjectSystem',
  component: ProjectSystem,
});

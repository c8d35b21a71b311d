import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const card = EntityCardBlueprint.make({
  name: 'environments',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/EntityEnvironments').then(m => (
        <m.EnvironmentsCard />
      )),
  },
});

export const entityCards: ExtensionDefinition[] = [card];

import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const card = EntityCardBlueprint.make({
  name: 'repository',
  params: {
    type: 'info',
    filter: {
      kind: 'component',
      'metadata.annotations.golden-paths.squadron/repository': {
        $exists: true,
      },
    },
    loader: () =>
      import('../components/EntityRepository').then(m => <m.RepositoryCard />),
  },
});

export const entityCards: ExtensionDefinition[] = [card];

import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isOfGoldenPath } from '../lib/project';

const card = EntityCardBlueprint.make({
  name: 'golden-path',
  params: {
    type: 'content',
    filter: isOfGoldenPath,
    loader: () =>
      import('../components/EntityGoldenPath').then(m => <m.GoldenPathCard />),
  },
});

export const entityCards: ExtensionDefinition[] = [card];

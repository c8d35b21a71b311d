import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { hasScorecard, isOfGroup } from '../lib/hasScorecard';

const card = EntityCardBlueprint.make({
  name: 'scorecard',
  params: {
    type: 'content',
    filter: isOfGroup,
    loader: () =>
      import('../components/EntityScorecard').then(m => <m.ScorecardCard />),
  },
});

const content = EntityContentBlueprint.make({
  name: 'scorecard',
  params: {
    path: '/scorecard',
    title: 'Scorecard',
    filter: hasScorecard,
    loader: () =>
      import('../components/EntityScorecard').then(m => <m.ScorecardContent />),
  },
});

export const entityCards: ExtensionDefinition[] = [card, content];

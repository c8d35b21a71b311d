import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { scorecardsApi } from './api/scorecardsApi';
import { entityCards } from './extensions/entityCards';
import { homeWidgets } from './extensions/homeWidgets';
import { healthOverlay } from './extensions/orgChart';
import { pages } from './extensions/pages';
import { scorecardsRouteRef } from './routes';

export default createFrontendPlugin({
  pluginId: 'scorecards',
  title: 'Scorecards',
  info: { packageJson: () => import('../package.json') },
  routes: { root: scorecardsRouteRef },
  extensions: [
    scorecardsApi,
    ...pages,
    ...entityCards,
    ...homeWidgets,
    healthOverlay,
  ],
});

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { environmentsApi } from './api/environmentsApi';
import { entityCards } from './extensions/entityCards';
import { homeWidgets } from './extensions/homeWidgets';
import { pages } from './extensions/pages';
import { environmentsRouteRef } from './routes';

export default createFrontendPlugin({
  pluginId: 'environments',
  title: 'Environments',
  info: { packageJson: () => import('../package.json') },
  routes: { root: environmentsRouteRef },
  extensions: [environmentsApi, ...pages, ...entityCards, ...homeWidgets],
});

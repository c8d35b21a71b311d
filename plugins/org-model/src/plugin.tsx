import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { orgModelApi } from './api/orgModelApi';
import { orgPage } from './extensions/orgPage';
import { entityCards } from './extensions/entityCards';
import { homeWidgets } from './extensions/homeWidgets';
import { pages } from './extensions/pages';
import { orgRouteRef } from './routes';

export default createFrontendPlugin({
  pluginId: 'org-model',
  title: 'Organization',
  info: { packageJson: () => import('../package.json') },
  routes: { root: orgRouteRef },
  extensions: [orgModelApi, orgPage, ...pages, ...entityCards, ...homeWidgets],
});

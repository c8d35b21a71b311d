import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { gitApi } from './api/gitApi';
import { entityCards } from './extensions/entityCards';
import { pages } from './extensions/pages';
import { gitRouteRef } from './routes';

export default createFrontendPlugin({
  pluginId: 'git',
  title: 'Git',
  info: { packageJson: () => import('../package.json') },
  routes: { root: gitRouteRef },
  extensions: [gitApi, ...pages, ...entityCards],
});

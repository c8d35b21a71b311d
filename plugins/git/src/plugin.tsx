import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { gitApi } from './api/gitApi';

export default createFrontendPlugin({
  pluginId: 'git',
  title: 'Git',
  info: { packageJson: () => import('../package.json') },
  extensions: [gitApi],
});

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { environmentsApi } from './api/environmentsApi';

export default createFrontendPlugin({
  pluginId: 'environments',
  title: 'Environments',
  info: { packageJson: () => import('../package.json') },
  extensions: [environmentsApi],
});

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { goldenPathsApi } from './api/goldenPathsApi';

export default createFrontendPlugin({
  pluginId: 'golden-paths',
  title: 'Golden paths',
  info: { packageJson: () => import('../package.json') },
  extensions: [goldenPathsApi],
});

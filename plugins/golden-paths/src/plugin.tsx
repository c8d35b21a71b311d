import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { draftsApi } from './api/draftsApi';
import { environmentsApi } from './api/environmentsApi';
import { goldenPathsApi } from './api/goldenPathsApi';
import { entityCards } from './extensions/entityCards';
import { formFields } from './extensions/formFields';

export default createFrontendPlugin({
  pluginId: 'golden-paths',
  title: 'Golden paths',
  info: { packageJson: () => import('../package.json') },
  extensions: [
    goldenPathsApi,
    draftsApi,
    environmentsApi,
    ...entityCards,
    ...formFields,
  ],
});

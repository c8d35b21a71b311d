import { createBackendPlugin } from '@backstage/backend-plugin-api';

/** Knows how golden paths do, what they would write and what their newer versions would change. */
export const goldenPathsPlugin = createBackendPlugin({
  pluginId: 'golden-paths',
  register() {},
});

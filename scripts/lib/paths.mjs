import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheDir = join(root, '.cache');
export const backendDir = join(root, 'packages/backend');
export const appDir = join(root, 'packages/app');
export const nodeTransform = join(
  root,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);
export const backstageCli = join(
  root,
  'node_modules/@backstage/cli/bin/backstage-cli',
);

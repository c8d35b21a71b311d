import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** Folder of the plugin's migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@squadron/plugin-git-backend',
  'migrations',
);

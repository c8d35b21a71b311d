import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** Folder of the module's migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@squadron/plugin-techdocs-backend-module-markdown',
  'migrations',
);

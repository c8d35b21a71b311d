import { createBackend } from '@backstage/backend-defaults';

// The plugin beside a catalog; `yarn start` in this folder runs it with the portal's configuration.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('../src'));
backend.start();

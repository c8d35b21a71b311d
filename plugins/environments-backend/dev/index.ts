import { createBackend } from '@backstage/backend-defaults';

// The plugin alone; `yarn start` in this folder runs it with the portal's configuration.
const backend = createBackend();
backend.add(import('../src'));
backend.start();

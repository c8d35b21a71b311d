import { createBackend } from '@backstage/backend-defaults';
import { gitUrlReaderFactory } from '@squadron/plugin-git-node';

const backend = createBackend();

backend.add(import('./metrics'));
backend.add(import('./rootHttpRouter'));

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));
backend.add(import('@backstage/plugin-events-backend'));

// Sign-in
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@squadron/plugin-auth-backend-module-demo-provider'));
backend.add(import('@squadron/plugin-auth-backend-module-org-ownership'));

// The organization
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@squadron/plugin-catalog-backend-module-org-model'));
backend.add(import('@squadron/plugin-org-model-backend'));

// Targets
backend.add(import('@squadron/plugin-scorecards-backend'));

// Who may do what
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@squadron/plugin-permission-backend-module-org-policy'));

// Golden paths and documents
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
// A task that a stopped portal left goes on where it was
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
);
backend.add(import('@squadron/plugin-scaffolder-backend-module-golden-paths'));
backend.add(import('@squadron/plugin-golden-paths-backend'));
backend.add(import('@squadron/plugin-environments-backend'));
backend.add(import('@squadron/plugin-git-backend'));
backend.add(gitUrlReaderFactory);
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@squadron/plugin-techdocs-backend-module-markdown'));

// Search: an engine in memory on SQLite, the database's own on PostgreSQL
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('./search'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// A backend that did not start must not linger: whoever runs it starts it again.
backend.start().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});

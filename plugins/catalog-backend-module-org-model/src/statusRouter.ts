import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { requirePermission } from '@squadron/backend-kit';
import { orgModelReadPermission } from '@squadron/plugin-org-model-common';
import Router from 'express-promise-router';
import { OrgImporter } from './OrgImporter';

/** Tells plugins, and people who may read the organization, how its files are. */
export function createStatusRouter(options: {
  importer: Pick<OrgImporter, 'status'>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}) {
  const { importer, httpAuth, permissions } = options;
  const router = Router();
  router.get('/org-model/status', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await requirePermission(permissions, orgModelReadPermission, credentials);
    res.json(importer.status());
  });
  return router;
}

import Router from 'express-promise-router';
import { OrgImporter } from './OrgImporter';

/** Tells signed-in people and plugins how the organization files are. */
export function createStatusRouter(importer: Pick<OrgImporter, 'status'>) {
  const router = Router();
  router.get('/org-model/status', async (_req, res) => {
    res.json(await importer.status());
  });
  return router;
}

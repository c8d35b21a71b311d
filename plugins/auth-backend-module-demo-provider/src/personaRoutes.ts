import { InputError } from '@backstage/errors';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v3';
import { PersonaDirectory } from './PersonaDirectory';
import { searchPersonas } from './personas';
import { assertSameOrigin } from './sameOrigin';

const querySchema = z.object({
  q: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
});

/** `GET /demo/personas`: whom one can sign in as. */
export function createPersonaRoutes(options: {
  directory: PersonaDirectory;
  isOriginAllowed: (origin: string) => boolean;
  /** Names of people to offer first. */
  suggested: readonly string[];
}): Router {
  const router = PromiseRouter();
  router.get('/demo/personas', async (req, res) => {
    assertSameOrigin(req, options.isOriginAllowed);
    const query = querySchema.safeParse(req.query);
    if (!query.success) {
      const [issue] = query.error.issues;
      throw new InputError(`${issue.path.join('.')}: ${issue.message}`);
    }
    const personas = await options.directory.list();
    res
      .set('Cache-Control', 'no-store')
      .json(searchPersonas(personas, query.data, options.suggested));
  });
  return router;
}

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { NotFoundError } from '@backstage/errors';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { contentTypeOf } from './contentTypes';
import type { SiteStore, StoredFile } from './SiteStore';
import { SitePath, canonicalPath, parseSitePath } from './sitePath';

const decompress = promisify(gunzip);

/** Serves the files of sites under `/namespace/kind/name/`. */
export function createDocsRouter(store: SiteStore): Router {
  const router = PromiseRouter();
  router.use(async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      next();
      return;
    }
    // A second slash before the path is not seen here, but by those who check permissions before us.
    if (req.originalUrl !== req.baseUrl + req.url) throw notFound();
    const wanted = parseSitePath(req.path);
    const canonical = canonicalPath(req.path);
    if (wanted && canonical !== req.path) {
      res.redirect(301, req.baseUrl + canonical);
      return;
    }
    if (wanted && (await isKnownToReader(store, wanted, req, res))) {
      res.status(304).end();
      return;
    }
    const file = wanted && (await store.file(wanted.entityRef, wanted.path));
    if (file) {
      await send(file, wanted.path, req, res);
    } else if (await isFolder(store, req.path)) {
      res.redirect(302, `${req.baseUrl}${req.path}/`);
    } else {
      throw notFound();
    }
  });
  return router;
}

function notFound(): NotFoundError {
  return new NotFoundError('The documents have no such page or file');
}

/** Spares reading a file that the reader has already. */
async function isKnownToReader(
  store: SiteStore,
  { entityRef, path }: SitePath,
  req: Request,
  res: Response,
): Promise<boolean> {
  if (!req.headers['if-none-match']) return false;
  const hash = await store.hashOf(entityRef, path);
  if (hash === undefined) return false;
  setHeaders(res, hash);
  return req.fresh;
}

/** A folder is asked for with a slash, as what its pages link to is relative to it. */
async function isFolder(store: SiteStore, urlPath: string): Promise<boolean> {
  if (urlPath.endsWith('/')) return false;
  const index = parseSitePath(`${urlPath}/`);
  if (!index) return false;
  return (await store.hashOf(index.entityRef, index.path)) !== undefined;
}

async function send(
  { content, encoding, hash }: StoredFile,
  path: string,
  req: Request,
  res: Response,
): Promise<void> {
  setHeaders(res, hash);
  res.set('Content-Type', contentTypeOf(path));
  if (encoding && req.acceptsEncodings('gzip')) {
    res.set('Content-Encoding', 'gzip').send(content);
  } else {
    res.send(encoding ? await decompress(content) : content);
  }
}

function setHeaders(res: Response, hash: string): void {
  // Weak, as it is the same whether the file goes out compressed or not.
  res.set('ETag', `W/"${hash}"`);
  res.set('Cache-Control', 'private, no-cache');
  res.set('X-Content-Type-Options', 'nosniff');
  res.vary('Accept-Encoding');
}

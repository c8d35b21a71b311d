import { extname } from 'node:path';

const TEXT = 'text/plain; charset=utf-8';

/** What a browser may show as what it is. */
const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.gz': 'application/gzip',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/**
 * The content type of a file of a site. Documents come from the origin of the portal, so whatever could
 * run there (pages, scripts, SVG, XML) is text; the reader of TechDocs makes a page of it by itself.
 */
export function contentTypeOf(path: string): string {
  return types[extname(path).toLowerCase()] ?? TEXT;
}

/** Whether a file gets smaller by compression: not what is compressed by itself. */
export function isCompressible(path: string): boolean {
  return /^text\/|^application\/json|^font\/(otf|ttf)|^image\/bmp/.test(
    contentTypeOf(path),
  );
}

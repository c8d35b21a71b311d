import { stringifyEntityRef } from '@backstage/catalog-model';

export interface SitePath {
  entityRef: string;
  /** The file; the index of the folder if a folder is asked for. */
  path: string;
}

/**
 * Reads `/namespace/kind/name/path` as it stands in a URL. Nothing is resolved: a path that has to be
 * resolved to find its file is none of a site.
 */
export function parseSitePath(urlPath: string): SitePath | undefined {
  const segments = decode(urlPath);
  const [root, namespace, kind, name, ...rest] = segments;
  if (root !== '' || !rest.length) return undefined;
  const file = rest.at(-1) === '' ? [...rest.slice(0, -1), 'index.html'] : rest;
  if (![namespace, kind, name, ...file].every(isPlain)) return undefined;
  return {
    entityRef: stringifyEntityRef({ namespace, kind, name }),
    path: file.join('/'),
  };
}

/** The same path with the entity in lower case, as which sites are known. */
export function canonicalPath(urlPath: string): string {
  const [root, namespace, kind, name, ...rest] = urlPath.split('/');
  if (!namespace || !kind || !name) return urlPath;
  const entity = [namespace, kind, name].map(part => part.toLowerCase());
  return [root, ...entity, ...rest].join('/');
}

function decode(urlPath: string): string[] {
  try {
    return urlPath.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

function isPlain(segment: string): boolean {
  return (
    segment !== '' &&
    segment !== '.' &&
    segment !== '..' &&
    !/[/\\\0]/.test(segment)
  );
}

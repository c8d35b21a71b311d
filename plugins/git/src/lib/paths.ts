/** A folder or file of a repository; the root when its path is empty. */
export interface RepositoryPlace {
  name: string;
  ref: string;
  path: string;
}

/** The address of a folder or of a file, as the catalog and the scaffolder name them. */
export function pathTo(
  kind: 'tree' | 'blob',
  { name, ref, path }: RepositoryPlace,
): string {
  const parts = path.split('/').filter(Boolean);
  return `/git/${[name, kind, ref, ...parts].map(encodeURIComponent).join('/')}`;
}

/** The address of a repository's page. */
export function repositoryPath(name: string): string {
  return pathTo('tree', { name, ref: 'main', path: '' });
}

/** The folders on the way to a place and the place itself, the root first. */
export function stepsTo({ name, path }: Omit<RepositoryPlace, 'ref'>) {
  const parts = path.split('/').filter(Boolean);
  return [
    { label: name, path: '' },
    ...parts.map((label, index) => ({
      label,
      path: parts.slice(0, index + 1).join('/'),
    })),
  ];
}

/** The place of something in a folder. */
export function within(folder: string, name: string): string {
  return folder ? `${folder.replace(/\/+$/, '')}/${name}` : name;
}

/**
 * Where a link in a file of a folder leads: into the repository when it is relative, which it never leaves.
 *
 * @param folder - in which the file lies
 * @returns nothing when the link leads nowhere that may be opened, such as a script
 */
export function linkedFrom(
  folder: RepositoryPlace,
  href: string,
): string | undefined {
  if (/^(https?:|mailto:)/i.test(href)) return href;
  if (/^([a-z][a-z0-9+.-]*:|\/\/|\\|#)/i.test(href)) return undefined;
  try {
    const parts = folder.path.split('/').map(encodeURIComponent);
    const at = new URL(href, `file:///${parts.join('/')}/`);
    if (at.protocol !== 'file:' || at.host) return undefined;
    const path = decodeURIComponent(at.pathname).replace(/^\/+/, '');
    const kind = path === '' || path.endsWith('/') ? 'tree' : 'blob';
    return pathTo(kind, { ...folder, path });
  } catch {
    return undefined;
  }
}

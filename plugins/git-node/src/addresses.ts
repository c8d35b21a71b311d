import { catalogFile, mainBranch } from './names';

/** A place in a repository as an address names it. */
export interface GitPlace {
  name: string;
  ref: string;
  /** Without a slash in front; empty for the root. */
  path: string;
}

const placePattern = /^\/git\/([a-z0-9-]+)\/(?:blob|tree)\/([^/]+)(?:\/(.*))?$/;

/** Addresses of repositories below the address of the portal, for people, the catalog and `git clone`. */
export class GitAddresses {
  readonly #app: string;
  readonly #backend: string;

  /** @param options - `app.baseUrl` and `backend.baseUrl` of the configuration */
  constructor(options: { appBaseUrl: string; backendBaseUrl: string }) {
    this.#app = options.appBaseUrl.replace(/\/+$/, '');
    this.#backend = options.backendBaseUrl.replace(/\/+$/, '');
  }

  /** What `git clone` takes. */
  clone(name: string): string {
    return `${this.#backend}/api/git/repositories/${name}.git`;
  }

  /** What the addresses of everything in a repository begin with. */
  repository(name: string): string {
    return `${this.#app}/git/${name}/`;
  }

  /** A file, or a folder when its path is empty or ends with a slash. */
  of({ name, ref, path }: GitPlace): string {
    const kind = path === '' || path.endsWith('/') ? 'tree' : 'blob';
    const parts = [ref, ...path.split('/')].map(encodeURIComponent);
    return `${this.#app}/git/${[name, kind, ...parts].join('/')}`;
  }

  /** The file by which a repository says what it holds, and so whose it is. */
  definition(name: string): string {
    return this.of({ name, ref: mainBranch, path: catalogFile });
  }

  /** The repository that this address of a file is the definition of; nothing for any other address. */
  definedBy(address: string): string | undefined {
    const place = this.parse(address);
    const isIt = place?.ref === mainBranch && place.path === catalogFile;
    return isIt ? place.name : undefined;
  }

  /** The place that an address names; nothing for an address of something else. */
  parse(address: string): GitPlace | undefined {
    if (!address.startsWith(`${this.#app}/git/`)) return undefined;
    const found = placePattern.exec(address.slice(this.#app.length));
    if (!found) return undefined;
    const [, name, ref, path = ''] = found;
    return {
      name,
      ref: decodeURIComponent(ref),
      path: path.split('/').map(decodeURIComponent).join('/'),
    };
  }
}

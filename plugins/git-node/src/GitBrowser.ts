import { NotFoundError } from '@backstage/errors';
import type { GitStore } from './GitStore';
import { type CommitRecord, commitsFrom } from './history';
import { GitError, runGit } from './runGit';
import { textOf } from './text';

/** Larger files are not told as text. */
const mostTextBytes = 1_000_000;
const link = '120000';

const kinds: Readonly<Record<string, TreeEntry['kind']>> = {
  tree: 'folder',
  blob: 'file',
  commit: 'submodule',
};

/** One thing in a folder of a repository. */
export interface TreeEntry {
  name: string;
  kind: 'folder' | 'file' | 'link' | 'submodule';
  /** In bytes, of files and links. */
  size?: number;
}

/** A file at a commit; `text` is there for what is text in UTF-8 and has at most 1 MB. */
export interface FileContent {
  size: number;
  content: 'text' | 'binary' | 'too-large';
  text?: string;
}

/** Reads the portal's repositories for people who look through them. */
export class GitBrowser {
  readonly #store: GitStore;

  constructor(options: { store: GitStore }) {
    this.#store = options.store;
  }

  /** Names of all branches, sorted. */
  async branches(name: string): Promise<string[]> {
    if (!(await this.#store.has(name))) {
      throw new NotFoundError(`There is no repository ${name}`);
    }
    const out = await this.#read(name, [
      'for-each-ref',
      '--format=%(refname:lstrip=2)',
      'refs/heads',
    ]);
    return out.toString().split('\n').filter(Boolean);
  }

  /**
   * What lies in a folder, folders first, each kind by name.
   *
   * @param commit - as {@link GitStore.commitOf} answers it
   * @param path - of the folder; empty for the root
   * @throws `NotFoundError` when there is no such folder
   */
  async tree(name: string, commit: string, path: string): Promise<TreeEntry[]> {
    try {
      const out = await this.#read(name, [
        'ls-tree',
        '-lz',
        `${commit}:${trimmed(path)}`,
      ]);
      return partsOf(out).map(entryOf).sort(byKindAndName);
    } catch (error) {
      throw missing(error, `${name} has no folder ${path} at ${commit}`);
    }
  }

  /**
   * What a file holds.
   *
   * @throws `NotFoundError` when there is no such file
   */
  async file(name: string, commit: string, path: string): Promise<FileContent> {
    const wanted = trimmed(path);
    const nothing = `${name} has no file ${path} at ${commit}`;
    const out = await this.#read(name, [
      'ls-tree',
      '-lz',
      commit,
      '--',
      wanted,
    ]).catch(error => {
      throw missing(error, nothing);
    });
    const found = partsOf(out).map(entryOf).at(0);
    if (found?.name !== wanted || found.size === undefined) {
      throw new NotFoundError(nothing);
    }
    const { size } = found;
    if (size > mostTextBytes) return { size, content: 'too-large' };
    const text = textOf(await this.#store.readFile(name, commit, wanted));
    if (text === undefined) return { size, content: 'binary' };
    return { size, content: 'text', text };
  }

  /** The latest commits of a branch or commit, newest first. */
  async commits(
    name: string,
    ref: string,
    most: number,
  ): Promise<CommitRecord[]> {
    const commit = await this.#store.commitOf(name, ref);
    return commitsFrom(this.#store.path(name), commit, most);
  }

  async #read(name: string, args: readonly string[]): Promise<Buffer> {
    const { out } = await runGit(args, { gitDir: this.#store.path(name) });
    return out;
  }
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

function partsOf(out: Buffer): string[] {
  return out.toString().split('\0').filter(Boolean);
}

/** A line such as `100644 blob 3f2c… 120<tab>README.md`. */
function entryOf(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode, type, , size] = line.slice(0, tab).split(/ +/);
  return {
    name: line.slice(tab + 1),
    kind: mode === link ? 'link' : kinds[type],
    ...(type === 'blob' && { size: Number(size) }),
  };
}

function byKindAndName(a: TreeEntry, b: TreeEntry): number {
  const isFolder = ({ kind }: TreeEntry) => Number(kind === 'folder');
  return isFolder(b) - isFolder(a) || a.name.localeCompare(b.name, 'en');
}

function missing(error: unknown, message: string): unknown {
  return error instanceof GitError ? new NotFoundError(message) : error;
}

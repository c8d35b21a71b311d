import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from './gitHttp';

const run = promisify(execFile);

/** What a host knows of a repository beside what is in it. */
export interface Repository {
  id: number;
  /** With the groups above it. */
  owner: string;
  name: string;
  description: string | null;
  visibility: string;
  archived: boolean;
}

/** A pull or merge request. */
export interface Merging {
  number: number;
  from: string;
  into: string;
  title: string;
  text: string | null;
}

/** Bare repositories of one host, with the requests to merge in them. */
export class Repositories {
  readonly #directory: string;
  readonly #all: Repository[] = [];
  readonly #mergings = new Map<Repository, Merging[]>();
  #adding: Promise<unknown> = Promise.resolve();

  constructor(directory: string) {
    this.#directory = directory;
  }

  path(owner: string, name: string): string {
    return join(this.#directory, owner, `${name}.git`);
  }

  list(owner: string): Repository[] {
    return this.#all.filter(each => each.owner === owner);
  }

  find(owner: string, name: string): Repository | undefined {
    return this.list(owner).find(each => each.name === name);
  }

  byId(id: number): Repository | undefined {
    return this.#all.find(each => each.id === id);
  }

  /** Makes an empty repository; nothing when there is one of this name. */
  async make(
    made: Omit<Repository, 'id' | 'archived'>,
  ): Promise<Repository | undefined> {
    const { owner, name } = made;
    if (this.find(owner, name)) return undefined;
    const id = this.#all.length + 1;
    const repository = { ...made, id, archived: false };
    this.#all.push(repository);
    const path = this.path(owner, name);
    await run('git', ['init', '--quiet', '--bare', '-bmain', path], {
      env: gitEnvironment,
    });
    return repository;
  }

  async hasBranch(repository: Repository, branch: string): Promise<boolean> {
    const ref = `refs/heads/${branch}`;
    return this.#succeeds(repository, ['show-ref', '--verify', ref]);
  }

  /** What a file holds at a branch; nothing when it is not there. */
  async file(
    repository: Repository,
    branch: string,
    path: string,
  ): Promise<Buffer | undefined> {
    const { owner, name } = repository;
    const args = ['cat-file', 'blob', `refs/heads/${branch}:${path}`];
    return run('git', args, {
      cwd: this.path(owner, name),
      env: gitEnvironment,
      encoding: 'buffer',
    }).then(
      ({ stdout }) => stdout,
      () => undefined,
    );
  }

  /** Requests that wait to be merged; one is merged as soon as its branch has all commits. */
  async openMergings(repository: Repository): Promise<Merging[]> {
    const open: Merging[] = [];
    for (const each of this.#mergings.get(repository) ?? []) {
      if (!(await this.contains(repository, each.into, each.from))) {
        open.push(each);
      }
    }
    return open;
  }

  /** Asks for a merge unless one of the same branches is open; then nothing. One after the other, as by a host. */
  addMerging(
    repository: Repository,
    merging: Omit<Merging, 'number'>,
  ): Promise<Merging | undefined> {
    const adding = this.#adding.then(async () => {
      const { from, into } = merging;
      const open = await this.openMergings(repository);
      if (open.some(each => each.from === from && each.into === into)) {
        return undefined;
      }
      const before = this.#mergings.get(repository) ?? [];
      const added = { ...merging, number: before.length + 1 };
      this.#mergings.set(repository, [...before, added]);
      return added;
    });
    this.#adding = adding;
    return adding;
  }

  /** Whether a branch has all commits of another. */
  async contains(
    repository: Repository,
    branch: string,
    other: string,
  ): Promise<boolean> {
    const refs = [other, branch].map(each => `refs/heads/${each}`);
    return this.#succeeds(repository, ['merge-base', '--is-ancestor', ...refs]);
  }

  async #succeeds({ owner, name }: Repository, args: string[]) {
    const gitDir = this.path(owner, name);
    if (!existsSync(gitDir)) return false;
    return run('git', args, { cwd: gitDir, env: gitEnvironment }).then(
      () => true,
      () => false,
    );
  }
}

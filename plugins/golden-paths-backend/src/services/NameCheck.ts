import { setTimeout } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContractClient } from '@squadron/contract';
import type { environmentsContract } from '@squadron/plugin-environments-common';
import {
  type GitHost,
  type GitService,
  isRepositoryName,
} from '@squadron/plugin-git-node';

/** Who fills in a form does not wait longer for what may not answer at all. */
const patienceMs = 3_000;
/** All who ask share the portal's token, and each letter that is typed may ask. */
const rememberedMs = 30_000;
const mostRemembered = 300;

export interface NameCheckOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  environments: Pick<
    ContractClient<typeof environmentsContract>,
    'environments'
  >;
  git: GitService | undefined;
  gitHost: Pick<GitHost, 'has' | 'page'> | undefined;
  now: () => Date;
}

/** Knows whether something new may have a name, which its repository, component and environment share. */
export class NameCheck {
  readonly #options: NameCheckOptions;
  /** What the host said of names, oldest first. */
  readonly #said = new Map<string, { at: number; isTaken: Promise<boolean> }>();

  constructor(options: NameCheckOptions) {
    this.#options = options;
  }

  /** What is wrong with a name, or what has it; nothing when it is free. */
  async problemOf(name: string): Promise<string | undefined> {
    if (!isRepositoryName(name)) {
      return 'Use 1 to 53 lower-case letters, digits and hyphens, with a letter or digit at both ends.';
    }
    const problems = await Promise.all([
      this.#ofRepositories(name),
      this.#ofHost(name),
      this.#ofComponents(name),
      this.#ofEnvironments(name),
    ]);
    return problems.find(Boolean);
  }

  async #ofRepositories(name: string): Promise<string | undefined> {
    const { git } = this.#options;
    if (!git || !(await git.store.has(name))) return undefined;
    const until = await git.store.keptUntil(name);
    if (!until) return `There is a repository ${name} already.`;
    const time = until.toISOString().slice(11, 16);
    return `A golden path that has not ended has the name ${name}: unless it ends well, the name is free again at ${time} UTC.`;
  }

  async #ofHost(name: string): Promise<string | undefined> {
    const { gitHost } = this.#options;
    if (!gitHost) return undefined;
    const patience = new AbortController();
    const { signal } = patience;
    try {
      const isTaken = await Promise.race([
        this.#isOnHost(gitHost, name),
        setTimeout(patienceMs, false, { signal }),
      ]);
      return isTaken ? `${gitHost.page(name)} is there already.` : undefined;
    } catch {
      // The golden path itself asks again.
      return undefined;
    } finally {
      patience.abort();
    }
  }

  #isOnHost(gitHost: Pick<GitHost, 'has'>, name: string): Promise<boolean> {
    const at = this.#options.now().getTime();
    const known = this.#said.get(name);
    if (known && at - known.at < rememberedMs) return known.isTaken;
    const said = { at, isTaken: gitHost.has(name) };
    this.#said.delete(name);
    this.#said.set(name, said);
    const [oldest] = this.#said.keys();
    if (this.#said.size > mostRemembered) this.#said.delete(oldest);
    said.isTaken.catch(() => {
      if (this.#said.get(name) === said) this.#said.delete(name);
    });
    return said.isTaken;
  }

  async #ofComponents(name: string): Promise<string | undefined> {
    const { auth, catalog } = this.#options;
    const found = await catalog.getEntityByRef(refOf(name), {
      // It has the name also for those who may not see it.
      credentials: await auth.getOwnServiceCredentials(),
    });
    return found && `There is a component ${name} already.`;
  }

  /** The environment of a branch is called as that of a component may be: dev-shop-main. */
  async #ofEnvironments(name: string): Promise<string | undefined> {
    const items = await this.#environments();
    const found = items.find(({ namespace }) => namespace === `dev-${name}`);
    if (!found || found.component === refOf(name)) return undefined;
    return `The environment ${found.namespace} belongs to ${found.component}.`;
  }

  async #environments() {
    const { auth, environments } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'environments',
      });
      const signal = AbortSignal.timeout(patienceMs);
      return (await environments.environments({}, { token, signal })).items;
    } catch {
      // A name can be had without environments; the golden path itself looks again.
      return [];
    }
  }
}

function refOf(name: string): string {
  return `component:default/${name}`;
}

import { InputError } from '@backstage/errors';
import {
  type GitLabIntegrationConfig,
  getGitLabRequestOptions,
} from '@backstage/integration';
import { catalogFile, checkRepositoryName, mainBranch } from '../names';
import type { GitAccess } from '../remotes';
import type { GitHost, MergeRequest, Visibility } from './GitHost';
import { HostApi, refusedIfMissing } from './HostApi';
import { archivedIn, firstOf, openMerge, pageIn, textIn } from './answers';
import { nameIn } from './nameIn';

/** A group of GitLab, by its REST API, version 4. */
export class GitlabHost implements GitHost {
  readonly kind = 'gitlab';
  readonly visibility: Visibility;
  readonly #host: string;
  readonly #owner: string;
  /** What the addresses of all repositories begin with. */
  readonly #start: string;
  readonly #token: string;
  readonly #api: HostApi;

  constructor(options: {
    integration: GitLabIntegrationConfig & { token: string };
    /** With the groups above it, as in acme/platform. */
    owner: string;
    visibility: Visibility;
  }) {
    const { integration, owner } = options;
    this.#host = integration.host;
    this.#owner = owner;
    this.#start = `${integration.baseUrl}/${owner}/`;
    this.#token = integration.token;
    this.#api = new HostApi({
      host: integration.host,
      baseUrl: integration.apiBaseUrl,
      headers: async () => getGitLabRequestOptions(integration).headers,
    });
    this.visibility = options.visibility;
  }

  repoUrl(name: string): string {
    return `${this.#host}?owner=${encodeURIComponent(this.#owner)}&repo=${name}`;
  }

  definition(name: string): string {
    return `${this.page(name)}/-/blob/${mainBranch}/${catalogFile}`;
  }

  page(name: string): string {
    checkRepositoryName(name);
    return `${this.#start}${name}`;
  }

  definedBy(address: string): string | undefined {
    const name = nameIn(address, this.#start);
    return name && this.definition(name) === address ? name : undefined;
  }

  async has(name: string): Promise<boolean> {
    return (await this.#api.find(this.#path(name))) !== undefined;
  }

  async isArchived(name: string): Promise<boolean | undefined> {
    return archivedIn(await this.#api.find(this.#path(name)));
  }

  async archive(name: string): Promise<void> {
    await refusedIfMissing(
      this.#api.set(`${this.#path(name)}/archive`, {}, 'POST'),
    );
  }

  async checkOwner(): Promise<void> {
    const path = `/namespaces/${encodeURIComponent(this.#owner)}`;
    const found = await this.#api.find(path);
    if (textIn(found, 'kind') === 'group') return;
    throw new InputError(
      `${this.#owner} is no group of ${this.#host}, or not for the portal: name one in \`squadron.git.publishTo.owner\`, and give the integration its token`,
    );
  }

  async findTeam(): Promise<undefined> {
    return undefined;
  }

  async protect(name: string): Promise<void> {
    const path = `${this.#path(name)}/protected_branches`;
    // GitLab may have done so by itself, as the group says.
    const there = await this.#api.find(`${path}/${mainBranch}`);
    if (there !== undefined) return;
    await this.#api.make(path, { name: mainBranch });
  }

  async access(name: string): Promise<GitAccess> {
    return {
      cloneUrl: `${this.page(name)}.git`,
      username: 'oauth2',
      password: this.#token,
    };
  }

  async findMerge(
    name: string,
    { from, into }: Pick<MergeRequest, 'from' | 'into'>,
  ): Promise<{ url: string } | undefined> {
    const query = new URLSearchParams({
      state: 'opened',
      source_branch: from,
      target_branch: into,
    });
    const path = `${this.#path(name)}/merge_requests?${query}`;
    const found = firstOf(await this.#api.find(path));
    return this.#merge(name, found);
  }

  async requestMerge(
    name: string,
    { from, into, title, text }: MergeRequest,
  ): Promise<{ url: string }> {
    const branches = { from, into };
    const path = `${this.#path(name)}/merge_requests`;
    const request = {
      source_branch: from,
      target_branch: into,
      title,
      description: text,
      // A later update begins at the commits of this one.
      squash: false,
    };
    return openMerge(this.page(name), branches, {
      find: () => this.findMerge(name, branches),
      make: async () => this.#merge(name, await this.#api.make(path, request)),
    });
  }

  #merge(name: string, mergeRequest: unknown): { url: string } | undefined {
    if (mergeRequest === undefined) return undefined;
    return pageIn(mergeRequest, 'web_url', this.page(name));
  }

  #path(name: string): string {
    checkRepositoryName(name);
    return `/projects/${encodeURIComponent(`${this.#owner}/${name}`)}`;
  }
}

import {
  type GitLabIntegrationConfig,
  getGitLabRequestOptions,
} from '@backstage/integration';
import { catalogFile, checkRepositoryName, mainBranch } from '../names';
import type { GitAccess } from '../remotes';
import type { GitHost, MergeRequest, Visibility } from './GitHost';
import { HostApi } from './HostApi';
import { addressOf, firstOf } from './answers';
import { nameIn } from './nameIn';

/** A group or user of GitLab, by `/projects` of its REST API, version 4. */
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

  async access(name: string): Promise<GitAccess> {
    return {
      cloneUrl: `${this.page(name)}.git`,
      username: 'oauth2',
      password: this.#token,
    };
  }

  async requestMerge(
    name: string,
    { from, into, title, text }: MergeRequest,
  ): Promise<{ url: string }> {
    const path = `${this.#path(name)}/merge_requests`;
    const branches = { source_branch: from, target_branch: into };
    const query = new URLSearchParams({ state: 'opened', ...branches });
    const findOpen = async () =>
      firstOf(await this.#api.find(`${path}?${query}`));
    const request = {
      ...branches,
      title,
      description: text,
      // The next version of the template begins where this one ends.
      remove_source_branch: false,
      squash: false,
    };
    const found =
      (await findOpen()) ??
      (await this.#api.make(path, request)) ??
      // Somebody else has just opened it.
      (await findOpen());
    return { url: addressOf(found, 'web_url') };
  }

  #path(name: string): string {
    checkRepositoryName(name);
    return `/projects/${encodeURIComponent(`${this.#owner}/${name}`)}`;
  }
}

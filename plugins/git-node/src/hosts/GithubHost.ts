import { setTimeout } from 'node:timers/promises';
import {
  InputError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { catalogFile, checkRepositoryName, mainBranch } from '../names';
import type { GitAccess } from '../remotes';
import type { GitHost, HostTeam, MergeRequest, Visibility } from './GitHost';
import { HostApi, HostRefusal, refusedIfMissing } from './HostApi';
import { archivedIn, firstOf, openMerge, pageIn, textIn } from './answers';
import { nameIn } from './nameIn';

/** Backstage's own, by which the catalog knows the team that a group is. */
const teamAnnotation = 'github.com/team-slug';
/** What Backstage says of an app that has no token to give, and not that GitHub did not answer. */
const isWithout = /is suspended|does not have access to a repository/;
/** GitHub sees a branch some time after it was pushed. */
const looks = 3;
const lookAgainMs = 1000;

/** An organization of GitHub, by its REST API. */
export class GithubHost implements GitHost {
  readonly kind = 'github';
  readonly visibility: Visibility;
  readonly #host: string;
  readonly #owner: string;
  /** What the addresses of all repositories begin with. */
  readonly #start: string;
  readonly #apiBaseUrl: string;
  readonly #credentials: GithubCredentialsProvider;

  constructor(options: {
    integration: GithubIntegrationConfig & { apiBaseUrl: string };
    credentials: GithubCredentialsProvider;
    owner: string;
    visibility: Visibility;
  }) {
    const { host, apiBaseUrl } = options.integration;
    // An integration does not say the address for people; a server without TLS has none for either.
    const { protocol } = new URL(apiBaseUrl);
    this.#host = host;
    this.#owner = options.owner;
    this.#start = `${protocol}//${host}/${options.owner}/`;
    this.#apiBaseUrl = apiBaseUrl;
    this.#credentials = options.credentials;
    this.visibility = options.visibility;
  }

  repoUrl(name: string): string {
    return `${this.#host}?owner=${this.#owner}&repo=${name}`;
  }

  definition(name: string): string {
    return `${this.page(name)}/blob/${mainBranch}/${catalogFile}`;
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
    const found = await this.#api(name).find(this.#path(name));
    return found !== undefined;
  }

  async isArchived(name: string): Promise<boolean | undefined> {
    return archivedIn(await this.#api(name).find(this.#path(name)));
  }

  async archive(name: string): Promise<void> {
    await refusedIfMissing(
      this.#api(name).set(this.#path(name), { archived: true }, 'PATCH'),
    );
  }

  async checkOwner(): Promise<void> {
    const found = await this.#api().find(`/users/${this.#owner}`);
    if (textIn(found, 'type') === 'Organization') return;
    throw new InputError(
      `${this.#owner} is no organization of ${this.#host}: name one in \`squadron.git.publishTo.owner\``,
    );
  }

  async findTeam(
    annotations: Readonly<Record<string, string>>,
  ): Promise<HostTeam | undefined> {
    const [owner, slug] = annotations[teamAnnotation]?.split('/') ?? [];
    if (!slug || owner !== this.#owner) return undefined;
    const path = `/orgs/${owner}/teams/${encodeURIComponent(slug)}`;
    const name = `${owner}/${slug}`;
    if ((await this.#api().find(path)) === undefined) {
      throw new InputError(
        `${this.#host} has no team ${name}, or not for the portal: correct ${teamAnnotation} of the group in the catalog, or let the token of the integration read the organization`,
      );
    }
    return {
      name,
      admit: repository =>
        this.#api(repository).set(`${path}${this.#path(repository)}`, {
          permission: 'admin',
        }),
    };
  }

  async protect(name: string): Promise<void> {
    const path = `${this.#path(name)}/branches/${mainBranch}/protection`;
    for (let look = 1; ; look += 1) {
      try {
        await this.#api(name).set(path, {
          required_status_checks: null,
          enforce_admins: true,
          required_pull_request_reviews: { required_approving_review_count: 1 },
          restrictions: null,
        });
        return;
      } catch (error) {
        if (toError(error).name !== 'NotFoundError' || look === looks) {
          throw error;
        }
        await setTimeout(lookAgainMs);
      }
    }
  }

  async access(name: string): Promise<GitAccess> {
    return {
      cloneUrl: `${this.page(name)}.git`,
      username: 'x-access-token',
      password: await this.#token(name),
    };
  }

  async findMerge(
    name: string,
    { from, into }: Pick<MergeRequest, 'from' | 'into'>,
  ): Promise<{ url: string } | undefined> {
    const query = new URLSearchParams({
      state: 'open',
      head: `${this.#owner}:${from}`,
      base: into,
    });
    const path = `${this.#path(name)}/pulls?${query}`;
    const found = firstOf(await this.#api(name).find(path));
    return this.#merge(name, found);
  }

  async requestMerge(
    name: string,
    { from, into, title, text }: MergeRequest,
  ): Promise<{ url: string }> {
    const branches = { from, into };
    const request = { title, body: text, head: from, base: into };
    const path = `${this.#path(name)}/pulls`;
    return openMerge(this.page(name), branches, {
      find: () => this.findMerge(name, branches),
      make: async () =>
        this.#merge(name, await this.#api(name).make(path, request)),
    });
  }

  #merge(name: string, pull: unknown): { url: string } | undefined {
    if (pull === undefined) return undefined;
    return pageIn(pull, 'html_url', this.page(name));
  }

  #path(name: string): string {
    checkRepositoryName(name);
    return `/repos/${this.#owner}/${name}`;
  }

  /** An app has a token for what it is installed on, which lasts for an hour. */
  async #token(name?: string): Promise<string> {
    const none = `${this.#host} gives the portal no token for ${this.#owner}: install the app of the integration there for all repositories, or configure a token`;
    try {
      const url = name ? this.page(name) : this.#start.slice(0, -1);
      const { token } = await this.#credentials.getCredentials({ url });
      if (token) return token;
    } catch (error) {
      const { message } = toError(error);
      if (isWithout.test(message))
        throw new HostRefusal(`${none} (${message})`);
      throw new ServiceUnavailableError(
        `${this.#host} gave the app of the integration no token for ${this.#owner}: try again later (${message})`,
      );
    }
    throw new HostRefusal(none);
  }

  /** @param name - of a repository; what is asked is about the owner when left out */
  #api(name?: string): HostApi {
    return new HostApi({
      host: this.#host,
      baseUrl: this.#apiBaseUrl,
      headers: async () => ({
        authorization: `Bearer ${await this.#token(name)}`,
        'x-github-api-version': '2022-11-28',
      }),
    });
  }
}

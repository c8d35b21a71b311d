import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import { routePath } from '@squadron/contract';
import {
  OrgSnapshot,
  OrgTree,
  orgModelContract,
} from '@squadron/plugin-org-model-common';
import type { OrgModelService, TreeRequest } from './OrgModelService';

const freshMs = 15_000;
/** A day that is over no longer changes. */
const pastFreshMs = 60 * 60 * 1_000;
/** How long a tree is served after it should have been asked again but there was no answer. */
const staleMs = 5 * 60 * 1_000;
const timeoutMs = 5_000;
const mostTrees = 32;

interface CachedTree {
  tree: OrgTree;
  etag: string | null;
  checkedAt: number;
  /** When asking again failed, so that not every request waits for that. */
  failedAt?: number;
}

/** Asks the org-model plugin over HTTP and keeps the trees that it answered. */
export class DefaultOrgModelService implements OrgModelService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #trees = new Map<string, CachedTree>();
  readonly #asking = new Map<string, Promise<OrgTree>>();

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  async tree({ asOf = '' }: TreeRequest = {}): Promise<OrgTree> {
    const known = this.#trees.get(asOf);
    if (known && this.#isFresh(asOf, known)) return known.tree;
    const asking = this.#asking.get(asOf);
    if (asking) return asking;
    const asked = this.#ask(asOf, known)
      .catch(error => this.#stale(asOf, known, error))
      .finally(() => this.#asking.delete(asOf));
    this.#asking.set(asOf, asked);
    return asked;
  }

  async ancestors(group: string, request?: TreeRequest) {
    return (await this.tree(request)).ancestors(group);
  }

  async descendants(group: string, request?: TreeRequest) {
    return (await this.tree(request)).descendants(group);
  }

  async leads(group: string, request?: TreeRequest & { requester?: string }) {
    return (await this.tree(request)).leads(group, request?.requester);
  }

  async members(
    group: string,
    request?: TreeRequest & { recursive?: boolean },
  ) {
    return (await this.tree(request)).members(group, request);
  }

  #isFresh(asOf: string, { checkedAt, failedAt }: CachedTree): boolean {
    const now = this.#now();
    if (now - checkedAt < this.#freshMs(asOf)) return true;
    return (
      failedAt !== undefined &&
      now - failedAt < freshMs &&
      this.#mayServe(asOf, checkedAt)
    );
  }

  #freshMs(asOf: string): number {
    const today = new Date(this.#now()).toISOString().slice(0, 10);
    return asOf !== '' && asOf < today ? pastFreshMs : freshMs;
  }

  #mayServe(asOf: string, checkedAt: number): boolean {
    return this.#now() - checkedAt < this.#freshMs(asOf) + staleMs;
  }

  /** The known tree instead of a failure; not when the plugin answered that it has none to give. */
  #stale(asOf: string, known: CachedTree | undefined, error: unknown): OrgTree {
    const isRefusal = error instanceof ResponseError && error.statusCode < 500;
    if (!known || isRefusal || !this.#mayServe(asOf, known.checkedAt)) {
      throw error;
    }
    const seconds = Math.round((this.#now() - known.checkedAt) / 1_000);
    this.#logger.warn(
      `The tree of the organization could not be asked again; the one of ${seconds} seconds ago is used: ${stringifyError(error)}`,
    );
    known.failedAt = this.#now();
    return known.tree;
  }

  async #ask(asOf: string, known: CachedTree | undefined): Promise<OrgTree> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: orgModelContract.id,
    });
    const baseUrl = await this.#discovery.getBaseUrl(orgModelContract.id);
    const path = routePath(orgModelContract.routes.snapshot, {
      query: { asOf },
    });
    const response = await fetch(`${baseUrl}${path}`, {
      headers: {
        Authorization: `Bearer ${token}`,
        ...(known?.etag && { 'If-None-Match': known.etag }),
      },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const checkedAt = this.#now();
    if (response.status === 304 && known) {
      known.checkedAt = checkedAt;
      return known.tree;
    }
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const snapshot: OrgSnapshot = await response.json();
    const tree = new OrgTree(snapshot);
    const etag = response.headers.get('etag');
    this.#remember(asOf, { tree, etag, checkedAt });
    return tree;
  }

  #remember(asOf: string, cached: CachedTree): void {
    this.#trees.delete(asOf);
    this.#trees.set(asOf, cached);
    const [oldest] = [...this.#trees.keys()].filter(key => key !== '');
    if (this.#trees.size > mostTrees) this.#trees.delete(oldest);
  }
}

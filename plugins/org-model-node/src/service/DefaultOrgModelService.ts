import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
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
const mostTrees = 32;

interface CachedTree {
  tree: OrgTree;
  etag: string | null;
  checkedAt: number;
}

/** Asks the org-model plugin over HTTP and keeps the trees that it answered. */
export class DefaultOrgModelService implements OrgModelService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #now: () => number;
  readonly #trees = new Map<string, CachedTree>();
  readonly #asking = new Map<string, Promise<OrgTree>>();

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#now = options.now ?? Date.now;
  }

  async tree({ asOf = '' }: TreeRequest = {}): Promise<OrgTree> {
    const known = this.#trees.get(asOf);
    if (known && this.#isFresh(asOf, known)) return known.tree;
    const asking = this.#asking.get(asOf);
    if (asking) return asking;
    const asked = this.#ask(asOf, known).finally(() =>
      this.#asking.delete(asOf),
    );
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

  #isFresh(asOf: string, { checkedAt }: CachedTree): boolean {
    const now = this.#now();
    const today = new Date(now).toISOString().slice(0, 10);
    const isPast = asOf !== '' && asOf < today;
    return now - checkedAt < (isPast ? pastFreshMs : freshMs);
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

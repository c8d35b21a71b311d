import { setTimeout as delay } from 'node:timers/promises';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { RESOURCE_TYPE_PROJECT } from '@squadron/plugin-golden-paths-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';

type ProjectPermission = ResourcePermission<typeof RESOURCE_TYPE_PROJECT>;

/** Long enough after a start that what is refused is meant so. */
const startMs = 5 * 60_000;
/** A tree that has not changed for so long is the one that the policy knows too: each keeps it for 15 seconds. */
const stillMs = 30_000;
const againMs = 2_000;
const patienceMs = 60_000;

export interface PatientAuthorizerOptions {
  permissions: Pick<PermissionsService, 'authorize'>;
  orgModel: Pick<OrgModelService, 'tree'>;
  now?: () => Date;
  /** Resolves after so many milliseconds; rejects when the signal says so. */
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Knows for which groups somebody may make, change or take away projects. While a portal starts, the policy refuses
 * those whom the tree does not have yet: then it is asked again, for a minute.
 */
export class PatientAuthorizer {
  readonly #permissions: Pick<PermissionsService, 'authorize'>;
  readonly #orgModel: Pick<OrgModelService, 'tree'>;
  readonly #now: () => number;
  readonly #wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly #startedAt: number;

  constructor(options: PatientAuthorizerOptions) {
    const { now = () => new Date() } = options;
    this.#permissions = options.permissions;
    this.#orgModel = options.orgModel;
    this.#now = () => now().getTime();
    this.#wait =
      options.wait ?? ((ms, signal) => delay(ms, undefined, { signal }));
    this.#startedAt = this.#now();
  }

  /**
   * @param group - ref of the group that owns the project
   * @param signal - ends the waiting for a tree that is still being read
   * @throws `NotAllowedError` that says whom to ask; `ServiceUnavailableError` when nobody can tell yet
   */
  async require(
    permission: ProjectPermission,
    credentials: BackstageCredentials,
    group: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const until = this.#now() + patienceMs;
    for (;;) {
      if (await this.#may(permission, credentials, group)) return;
      const tree = await this.#treeState();
      if (tree === 'still' || (tree === 'moving' && this.#now() >= until)) {
        throw new NotAllowedError(
          `This needs the permission "${permission.name}" for ${group}: ask somebody of that group or a lead above it`,
        );
      }
      if (this.#now() >= until) {
        throw new ServiceUnavailableError(
          `The organization has not been read from the catalog yet, so that nobody can tell who may do this for ${group}: try again in a minute`,
        );
      }
      await this.#wait(againMs, signal);
    }
  }

  async #may(
    permission: ProjectPermission,
    credentials: BackstageCredentials,
    group: string,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission, resourceRef: group }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #treeState(): Promise<'unread' | 'moving' | 'still'> {
    try {
      const tree = await this.#orgModel.tree();
      if (tree.groups().length === 0) return 'unread';
      const now = this.#now();
      const isStill =
        now - this.#startedAt > startMs || now - Date.parse(tree.at) > stillMs;
      return isStill ? 'still' : 'moving';
    } catch {
      return 'unread';
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import { Caller, decide, needsTree } from './decide';

/**
 * Everybody signed in reads; who changes something must be in the group that owns it, lead it or a
 * group above it, or be an executive. Nothing else is allowed.
 */
export class OrgPolicy implements PermissionPolicy {
  readonly #logger: LoggerService;
  readonly #orgModel: OrgModelService;

  constructor(options: { logger: LoggerService; orgModel: OrgModelService }) {
    this.#logger = options.logger;
    this.#orgModel = options.orgModel;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const userRef = userRefOf(user);
    if (!userRef) return { result: AuthorizeResult.DENY };
    const caller = needsTree(permission)
      ? await this.#describe(userRef)
      : nobodyInParticular(userRef);
    return decide(permission, caller);
  }

  async #describe(userRef: string): Promise<Caller> {
    try {
      const tree = await this.#orgModel.tree();
      return {
        userRef,
        isLead:
          tree.person(userRef) !== undefined &&
          tree.groupsLedBy(userRef).length > 0,
        isExecutive: tree.isExecutive(userRef),
        groups: tree.withinGroups(userRef),
      };
    } catch (error) {
      // Checks come in batches with those of the reading parts of a page, which must not fail.
      this.#logger.warn(
        `The tree does not answer, so that nobody may change anything: ${stringifyError(error)}`,
      );
      return nobodyInParticular(userRef);
    }
  }
}

function userRefOf(user: PolicyQueryUser | undefined): string | undefined {
  const principal = user?.credentials.principal as
    { type?: string; userEntityRef?: string } | undefined;
  return principal?.type === 'user' ? principal.userEntityRef : undefined;
}

function nobodyInParticular(userRef: string): Caller {
  return { userRef, isLead: false, isExecutive: false, groups: new Set() };
}

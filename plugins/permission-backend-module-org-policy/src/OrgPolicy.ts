import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, stringifyError } from '@backstage/errors';
import {
  AuthorizeResult,
  Permission,
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
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #orgModel: OrgModelService;

  constructor(options: {
    auditor: AuditorService;
    logger: LoggerService;
    orgModel: OrgModelService;
  }) {
    this.#auditor = options.auditor;
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
    const decision = decide(permission, caller);
    if (decision.result === AuthorizeResult.DENY) {
      await this.#auditDenial(permission, userRef);
    }
    return decision;
  }

  /** Low, for the app also asks what it need not offer. */
  async #auditDenial({ name }: Permission, userRef: string): Promise<void> {
    const event = await this.#auditor.createEvent({
      eventId: 'permission-denied',
      severityLevel: 'low',
      meta: { permission: name, user: userRef },
    });
    await event.fail({
      error: new NotAllowedError(`${userRef} has not the permission "${name}"`),
    });
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

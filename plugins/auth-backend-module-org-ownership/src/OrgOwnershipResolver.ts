import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { AuthOwnershipResolver } from '@backstage/plugin-auth-node';
import type { OrgModelService } from '@squadron/plugin-org-model-node';

/**
 * Claims the groups that a person is in and the units of these, so that what a squad's units run
 * counts as owned by its people. What a lead may change below them is decided by the permission
 * policy, not claimed here: a token does not grow with the tree.
 *
 * Every provider comes here to let a known person in, so that the sign-in is audited here.
 */
export class OrgOwnershipResolver implements AuthOwnershipResolver {
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

  async resolveOwnershipEntityRefs(entity: Entity) {
    const user = stringifyEntityRef(entity);
    const groups = await this.#groupsOf(user);
    const direct = (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
    const event = await this.#auditor.createEvent({
      eventId: 'sign-in',
      severityLevel: 'medium',
      meta: { user },
    });
    await event.success();
    return {
      ownershipEntityRefs: [...new Set([user, ...direct, ...groups])],
    };
  }

  async #groupsOf(user: string): Promise<string[]> {
    try {
      const tree = await this.#orgModel.tree();
      return tree.workingGroupsOf(user).map(({ ref }) => ref);
    } catch (error) {
      // Nobody is kept out because the tree is not there yet.
      this.#logger.warn(
        `The units of ${user} are not known at sign-in, only their groups: ${stringifyError(error)}`,
      );
      return [];
    }
  }
}

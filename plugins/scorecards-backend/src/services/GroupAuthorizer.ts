import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { CallerCredentials } from '@squadron/backend-kit';
import { createWithinGroupsRule } from '@squadron/plugin-org-model-node';
import {
  RESOURCE_TYPE_SCORECARD,
  scorecardsPermissions,
} from '@squadron/plugin-scorecards-common';

/** The scorecard of a group: what mutations are about. */
interface ScorecardResource {
  /** Group ref, which is the scorecard's ref as well. */
  group: string;
}

type ScorecardPermission = ResourcePermission<typeof RESOURCE_TYPE_SCORECARD>;

const scorecardResourceRef = createPermissionResourceRef<
  ScorecardResource,
  { groups: string[] }
>().with({ pluginId: 'scorecards', resourceType: RESOURCE_TYPE_SCORECARD });

const withinGroups = createWithinGroupsRule({
  resourceRef: scorecardResourceRef,
  ownerOf: ({ group }) => group,
  toQuery: groups => ({ groups }),
});

/** Knows for which groups a caller may do something. */
export class GroupAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.permissionsRegistry;
  }

  /** Makes the plugin's permissions and the rule about groups known to the policy. */
  register(): void {
    this.#registry.addResourceType({
      resourceRef: scorecardResourceRef,
      permissions: scorecardsPermissions.filter(
        permission => permission.type === 'resource',
      ),
      rules: [withinGroups],
      getResources: async refs => refs.map(group => ({ group })),
    });
    this.#registry.addPermissions(
      scorecardsPermissions.filter(permission => permission.type === 'basic'),
    );
  }

  /** The policy is asked once; what comes back answers for any number of groups. */
  async may(
    permission: ScorecardPermission,
    credentials: CallerCredentials,
  ): Promise<(group: string) => boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const isAuthorized = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(scorecardResourceRef),
    );
    return group => isAuthorized(decision, { group });
  }

  /** Fails when the caller may not do it for the group. */
  async require(
    permission: ScorecardPermission,
    credentials: CallerCredentials,
    group: string,
  ): Promise<void> {
    const may = await this.may(permission, credentials);
    if (!may(group)) {
      throw new NotAllowedError(
        `This needs the permission "${permission.name}" for ${group}: ask somebody of that group or a lead above it`,
      );
    }
  }
}

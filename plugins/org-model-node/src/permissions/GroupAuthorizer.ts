import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  Permission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type PermissionResourceRef,
  createConditionAuthorizer,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { createWithinGroupsRule } from './withinGroups';

/** What a plugin keeps for a group; its ref is the group's. */
interface OwnedResource {
  group: string;
}

/** Knows for which groups a caller may do something that a plugin keeps for groups. */
export class GroupAuthorizer<TType extends string> {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;
  readonly #own: readonly Permission[];
  readonly #resourceRef: PermissionResourceRef<
    OwnedResource,
    { groups: string[] }
  >;

  /**
   * @param options.resourceType - of the permissions that are about a group
   * @param options.own - all permissions of the plugin
   */
  constructor(options: {
    pluginId: string;
    resourceType: TType;
    own: readonly Permission[];
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    const { pluginId } = options;
    // The rule and the registry would infer two types of one literal.
    const resourceType: string = options.resourceType;
    this.#permissions = options.permissions;
    this.#registry = options.permissionsRegistry;
    this.#own = options.own;
    this.#resourceRef = createPermissionResourceRef<
      OwnedResource,
      { groups: string[] }
    >().with({ pluginId, resourceType });
  }

  /** Makes the plugin's permissions and the rule about groups known to the policy. */
  register(): void {
    this.#registry.addResourceType({
      resourceRef: this.#resourceRef,
      permissions: this.#own.filter(
        permission => permission.type === 'resource',
      ),
      rules: [
        createWithinGroupsRule({
          resourceRef: this.#resourceRef,
          ownerOf: ({ group }) => group,
          toQuery: groups => ({ groups }),
        }),
      ],
      getResources: async refs => refs.map(group => ({ group })),
    });
    this.#registry.addPermissions(
      this.#own.filter(permission => permission.type === 'basic'),
    );
  }

  /** The policy is asked once; what comes back answers for any number of groups. */
  async may(
    permission: ResourcePermission<TType>,
    credentials: BackstageCredentials,
  ): Promise<(group: string) => boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const isAuthorized = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(this.#resourceRef),
    );
    return group => isAuthorized(decision, { group });
  }

  /** @throws `NotAllowedError` when the caller may not do it for the group */
  async require(
    permission: ResourcePermission<TType>,
    credentials: BackstageCredentials,
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

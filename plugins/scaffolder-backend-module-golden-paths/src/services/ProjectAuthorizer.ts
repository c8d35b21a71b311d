import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { RESOURCE_TYPE_PROJECT } from '@squadron/plugin-golden-paths-common';

/** Knows for which groups somebody may make, change or take away projects. */
export class ProjectAuthorizer {
  readonly #permissions: Pick<PermissionsService, 'authorize'>;

  constructor(options: { permissions: Pick<PermissionsService, 'authorize'> }) {
    this.#permissions = options.permissions;
  }

  /**
   * @param group - ref of the group that owns the project
   * @throws `NotAllowedError` that says whom to ask
   */
  async require(
    permission: ResourcePermission<typeof RESOURCE_TYPE_PROJECT>,
    credentials: BackstageCredentials,
    group: string,
  ): Promise<void> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission, resourceRef: group }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) return;
    throw new NotAllowedError(
      `This needs the permission "${permission.name}" for ${group}: ask somebody of that group or a lead above it`,
    );
  }
}

import type { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type OrgModelService,
  ownerOfEntity,
} from '@squadron/plugin-org-model-node';

export interface ComponentOwnersOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  orgModel: Pick<OrgModelService, 'tree'>;
}

/** Knows whose components are, so that nobody takes the place of another group's environment. */
export class ComponentOwners {
  readonly #options: ComponentOwnersOptions;

  constructor(options: ComponentOwnersOptions) {
    this.#options = options;
  }

  /** @throws `InputError` when the tree has no such group */
  async group(text: string): Promise<string> {
    const tree = await this.#options.orgModel.tree();
    const ref = tree.resolve(text);
    if (ref !== undefined) return ref;
    throw new InputError(
      `The organization has no group "${text}": an environment must belong to one that the tree has`,
    );
  }

  /**
   * A component that the catalog does not have yet may be anybody's.
   *
   * @throws `ConflictError` when the catalog says that it is another group's; `InputError` when it says nobody's
   */
  async require(component: string, group: string): Promise<void> {
    const { auth, catalog, orgModel } = this.#options;
    // Whose it is counts also where the caller may not see it.
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(component, { credentials });
    if (!entity) return;
    const owner = ownerOfEntity(entity);
    // The catalog may still name a group as it was called before it moved.
    const current = (await orgModel.tree()).resolve(owner) ?? owner;
    if (current === group) return;
    throw new ConflictError(
      `${component} belongs to ${current}, not to ${group}: ask them, or choose another name`,
    );
  }
}

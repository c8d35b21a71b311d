import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type { EndedTask } from '../domain/figures';

export interface TaskOwnersOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  orgModel: Pick<OrgModelService, 'tree'>;
}

/** Knows for which group a task was: the one that the form names, or else the one that owns the golden path. */
export class TaskOwners {
  readonly #options: TaskOwnersOptions;

  constructor(options: TaskOwnersOptions) {
    this.#options = options;
  }

  /**
   * @param root - nothing but the tasks of this group and of those below; all when left out
   * @throws `NotFoundError` when the organization has no such group
   */
  async of(
    tasks: readonly EndedTask[],
    root?: string,
  ): Promise<(task: EndedTask) => string | undefined> {
    const [tree, owners] = await Promise.all([
      this.#options.orgModel.tree(),
      this.#templateOwners(tasks),
    ]);
    if (root !== undefined && tree.resolve(root) === undefined) {
      throw new NotFoundError(
        `The organization has no group "${root}": choose one that the tree has`,
      );
    }
    return ({ owner, template }) => {
      const named = owner ?? owners.get(template);
      const group = named === undefined ? undefined : tree.resolve(named);
      if (group === undefined) return undefined;
      return root === undefined || tree.isWithin(group, root)
        ? group
        : undefined;
    };
  }

  async #templateOwners(
    tasks: readonly EndedTask[],
  ): Promise<ReadonlyMap<string, string>> {
    const { auth, catalog } = this.#options;
    const without = tasks.filter(({ owner }) => owner === undefined);
    const refs = [...new Set(without.map(({ template }) => template))];
    if (refs.length === 0) return new Map();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['spec.owner'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(
      items.flatMap((item, at) => {
        const owner = item?.spec?.owner;
        return typeof owner === 'string' ? [[refs[at], owner]] : [];
      }),
    );
  }
}

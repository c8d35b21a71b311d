import { NotImplementedError } from '@backstage/errors';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Puts compiled entities into the catalog, in place of those that it put there before. */
export class OrgModelEntityProvider implements EntityProvider {
  #connection: EntityProviderConnection | undefined;

  getProviderName(): string {
    return 'org-model';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Replaces everything that this provider gave before; what is the same is not written. */
  async replaceAll(entities: DeferredEntity[]): Promise<void> {
    if (!this.#connection) {
      throw new NotImplementedError(
        'The catalog has not taken up the provider org-model: add the catalog backend',
      );
    }
    await this.#connection.applyMutation({ type: 'full', entities });
  }
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotImplementedError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { CompiledEntity } from '@squadron/plugin-org-model-node';
import { toDeferredEntity } from './toDeferredEntity';

/** Puts compiled entities into the catalog, in place of those that it put there before. */
export class OrgModelEntityProvider implements EntityProvider {
  #connection: EntityProviderConnection | undefined;

  getProviderName(): string {
    return 'org-model';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Replaces everything that this provider gave before; answers with the references. */
  async replaceAll(entities: readonly CompiledEntity[]): Promise<Set<string>> {
    if (!this.#connection) {
      throw new NotImplementedError(
        'The catalog has not taken up the provider org-model: add the catalog backend',
      );
    }
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(toDeferredEntity),
    });
    return new Set(entities.map(({ entity }) => stringifyEntityRef(entity)));
  }
}

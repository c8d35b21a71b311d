import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { relationsOf } from './relations';
import { validateSpec } from './validateSpec';

/**
 * Gives Groups, Systems and Users the meaning of the org model, whether they were compiled from
 * organization files or written as plain Backstage YAML in another repository.
 */
export class OrgModelProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'OrgModelProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    validateSpec(entity);
    return entity;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const relation of relationsOf(entity)) {
      emit(processingResult.relation(relation));
    }
    return entity;
  }
}

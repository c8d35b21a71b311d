import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { ANNOTATION_DOCS, ANNOTATION_DOCS_OF } from '../docs/annotations';
import { relationsOf } from './relations';
import { validateSpec } from './validateSpec';

/**
 * Gives Groups, Systems and Users the meaning of the org model, whether they were compiled from
 * organization files or written as plain Backstage YAML in another repository.
 */
export class OrgModelProcessor implements CatalogProcessor {
  readonly #docsFallback: string | undefined;

  /** @param options - `docsFallback` is the entity whose docs a System shows that has none */
  constructor(options: { docsFallback?: string } = {}) {
    this.#docsFallback = options.docsFallback;
  }

  getProcessorName(): string {
    return 'OrgModelProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    validateSpec(entity);
    return this.#withDocs(entity);
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

  #withDocs(entity: Entity): Entity {
    const { annotations } = entity.metadata;
    const fallback = this.#docsFallback;
    const hasDocs =
      annotations?.[ANNOTATION_DOCS] ?? annotations?.[ANNOTATION_DOCS_OF];
    if (!fallback || hasDocs || entity.kind.toLowerCase() !== 'system') {
      return entity;
    }
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...annotations, [ANNOTATION_DOCS_OF]: fallback },
      },
    };
  }
}

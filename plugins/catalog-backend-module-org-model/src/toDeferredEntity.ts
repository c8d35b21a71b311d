import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import { DeferredEntity } from '@backstage/plugin-catalog-node';
import {
  CompiledEntity,
  ORG_MODEL_ORIGIN,
} from '@squadron/plugin-org-model-node';
import { withDigest } from './digests';

/** Says of an entity where it is defined, with the line, and whose it is. */
export function toDeferredEntity({
  entity,
  place,
}: CompiledEntity): DeferredEntity {
  return {
    // Keeps a Location from taking the name of a group that these files define.
    locationKey: ORG_MODEL_ORIGIN,
    entity: withDigest({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: `file:${place.file}:${place.line}`,
          [ANNOTATION_ORIGIN_LOCATION]: ORG_MODEL_ORIGIN,
        },
      },
    }),
  };
}

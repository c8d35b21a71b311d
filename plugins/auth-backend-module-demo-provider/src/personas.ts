import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  RELATION_LEADER_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';

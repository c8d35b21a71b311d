import type { Entity } from '@backstage/catalog-model';

/** Groups have scorecards, and so have the Systems and Domains that stand for them. */
export function isOfGroup({ kind }: Entity): boolean {
  return /^(group|system|domain)$/i.test(kind);
}

/** Components show what is measured of them, or the targets of the group that owns them. */
export function hasScorecard(entity: Entity): boolean {
  return isOfGroup(entity) || /^component$/i.test(entity.kind);
}

import type { Entity } from '@backstage/catalog-model';

/** Groups have scorecards, and so have the Systems and Domains that stand for them. */
export function hasScorecard({ kind }: Entity): boolean {
  return /^(group|system|domain)$/i.test(kind);
}

import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Parts } from '@squadron/plugin-scorecards-common';
import { combineAlong } from './alongTree';
import { combine } from './parts';

/**
 * What one KPI adds up to at each group and below it: sums and counts, never averages of shares.
 *
 * @param own - parts of each group's own entities
 */
export function rollUpParts(
  tree: OrgTree,
  own: ReadonlyMap<string, Parts>,
): Map<string, Parts> {
  return combineAlong(tree, own, combine);
}

import { PreparedAnswer } from '@squadron/backend-kit';
import { toLinks, toGroupAnswer, toTreeNodes } from '../domain/views';
import { describeOwnership } from '../domain/ownership';
import { IndexCache } from '../services/IndexCache';
import type { SnapshotQueries } from '../services/SnapshotQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { findGroup, findGroups } from './lookup';
import type { OrgModelHandlers } from './types';

/** Routes about groups and how they hang together. */
export function treeRoutes(options: {
  index: TreeIndex;
  snapshots: SnapshotQueries;
}) {
  // Answers that are the same for everybody, made once for each index.
  const prepared = new IndexCache<PreparedAnswer>({ most: 64 });
  const handlers: Pick<
    OrgModelHandlers,
    'tree' | 'snapshot' | 'links' | 'group' | 'ownership'
  > = {
    async tree({ query }) {
      const index = await options.index.get();
      const root = findGroup(index, query.root);
      return prepared.get(index, `tree ${root} ${query.depth}`, () =>
        PreparedAnswer.ofJson({
          root: root ?? index.tree.roots[0],
          at: index.snapshot.at,
          nodes: toTreeNodes(index, root, query.depth),
        }),
      );
    },
    async snapshot({ query }) {
      const index = await options.index.get();
      const past = await options.snapshots.asOf(query.asOf);
      return past
        ? PreparedAnswer.ofJson(past)
        : prepared.get(index, 'snapshot', () =>
            PreparedAnswer.ofJson(index.snapshot),
          );
    },
    async links({ query }) {
      const index = await options.index.get();
      return { links: toLinks(index, findGroup(index, query.root)) };
    },
    async group({ params: { kind, namespace, name } }) {
      const index = await options.index.get();
      const ref = findGroup(index, `${kind}:${namespace}/${name}`);
      return toGroupAnswer(index, ref);
    },
    async ownership({ query }) {
      const index = await options.index.get();
      return describeOwnership(index, findGroups(index, query.root));
    },
  };
  return handlers;
}

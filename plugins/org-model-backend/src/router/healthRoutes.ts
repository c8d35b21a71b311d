import type { DefinitionsStatusReader } from '../services/DefinitionsStatusReader';
import type { TreeIndex } from '../services/TreeIndex';
import type { OrgModelHandlers } from './types';

/** Routes about how the model itself is. */
export function healthRoutes(options: {
  index: TreeIndex;
  definitions: DefinitionsStatusReader;
}): Pick<OrgModelHandlers, 'problems' | 'health'> {
  const { index, definitions } = options;
  return {
    async problems() {
      const { problems } = await index.get();
      const status = await definitions.get();
      const { failure, readAt } = index.status();
      return {
        definitions: failure
          ? {
              ...status,
              problems: [
                ...status.problems,
                {
                  severity: 'error',
                  message: `The catalog does not answer: the tree is as it was at ${readAt?.toISOString() ?? 'the start'}`,
                  fix: `Look at the catalog and its database: ${failure}`,
                },
              ],
            }
          : status,
        tree: [...problems],
      };
    },
    async health() {
      const current = index.peek();
      const { failure, readAt } = index.status();
      const { status } = await definitions.get();
      const working = failure || status === 'stale' ? 'degraded' : 'ok';
      return {
        status: current ? working : 'starting',
        indexedAt: readAt?.toISOString(),
        groups: current?.tree.groups().length ?? 0,
      };
    },
  };
}

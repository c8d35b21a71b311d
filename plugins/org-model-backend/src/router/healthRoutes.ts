import { PreparedAnswer } from '@squadron/backend-kit';
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
      if (!current) {
        const answer = { status: 'starting', groups: 0 };
        return PreparedAnswer.ofJson(answer, { status: 503 });
      }
      const { failure, readAt } = index.status();
      const { status } = await definitions.get();
      return {
        status: failure || status === 'stale' ? 'degraded' : 'ok',
        indexedAt: readAt?.toISOString(),
        groups: current.tree.groups().length,
      };
    },
  };
}

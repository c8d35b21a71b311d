import { requirePermission } from '@squadron/backend-kit';
import {
  rowCellSchema,
  scorecardsReadPermission,
} from '@squadron/plugin-scorecards-common';
import type { ActionOptions } from './registerActions';

export function registerListMissed(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'list-missed',
    title: 'List missed targets',
    description:
      'Targets that are missed in a part of the organization, with value, target and reason, those first whose fixing would raise the score most, in pages.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          group: z
            .string()
            .optional()
            .describe('Name or reference of a group; all when left out'),
          atRisk: z
            .boolean()
            .default(false)
            .describe('Whether those at risk are listed as well'),
          limit: z.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .optional()
            .describe('`nextCursor` of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(rowCellSchema),
          total: z.number().int().optional(),
          nextCursor: z.string().optional(),
        }),
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        scorecardsReadPermission,
        credentials,
      );
      const { group, atRisk, limit, cursor } = input;
      const output = await options.queries.cells.page({
        root: group === undefined ? undefined : [group],
        status: atRisk ? ['missed', 'at_risk'] : ['missed'],
        sort: 'gain',
        order: 'desc',
        trend: 'false',
        limit,
        cursor,
      });
      return { output };
    },
  });
}

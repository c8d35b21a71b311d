import { NotFoundError } from '@backstage/errors';
import { requirePermission } from '@squadron/backend-kit';
import {
  kpiSchema,
  rowCellSchema,
  scorecardsReadPermission,
} from '@squadron/plugin-scorecards-common';
import { currentScene, kpiNamed } from '../services/Scene';
import type { ActionOptions } from './registerActions';

export function registerExplainVerdict(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'explain-verdict',
    title: 'Explain a verdict',
    description:
      'Why a KPI of a group or component is met, at risk or missed, or why nothing is known: value, target, reason, the last 30 days and the definition with its document and runbook.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          kpi: z.string().describe('Id of the KPI'),
          entity: z
            .string()
            .describe(
              'Name or reference, such as squad-b-1 or component:default/shop',
            ),
        }),
      output: z => z.object({ cell: rowCellSchema, kpi: kpiSchema }),
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        scorecardsReadPermission,
        credentials,
      );
      const scene = await currentScene(options);
      const kpi = kpiNamed(scene.set, input.kpi);
      const cell = await options.queries.cells.find(
        scene,
        kpi.id,
        input.entity,
      );
      if (!cell) {
        throw new NotFoundError(
          `${input.entity} has no KPI "${kpi.id}": GET /api/scorecards/entities?kpi=${kpi.id} lists what has it`,
        );
      }
      return { output: { cell, kpi } };
    },
  });
}

import { requirePermission } from '@squadron/backend-kit';
import {
  scorecardSchema,
  scorecardsReadPermission,
} from '@squadron/plugin-scorecards-common';
import { currentScene } from '../services/Scene';
import type { ActionOptions } from './registerActions';

export function registerGetScorecard(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'get-scorecard',
    title: 'Get a scorecard',
    description:
      'How the targets of a group or component stand: its own KPIs, the health of everything below it, and its trend.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entity: z
            .string()
            .describe(
              'Name or reference, such as squad-b-1 or component:default/shop',
            ),
          depth: z
            .number()
            .int()
            .min(0)
            .max(20)
            .default(0)
            .describe('Levels of groups below it that are told as well'),
        }),
      output: () => scorecardSchema,
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        scorecardsReadPermission,
        credentials,
      );
      const scene = await currentScene(options);
      return {
        output: await options.queries.scorecards.of(
          scene,
          input.entity,
          input.depth,
        ),
      };
    },
  });
}

import { defineContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { budgetRoutes } from './budgets';
import { campaignRoutes } from './campaigns';
import { cellRoutes } from './cells';
import { collectorRoutes } from './collectors';
import { reportRoutes } from './reports';
import { sampleRoutes } from './samples';
import { waiverRoutes } from './waivers';

const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  message: z.string(),
  fix: z.string().optional(),
});

/** The API of scorecards, served under `/api/scorecards`. */
export const scorecardsContract = defineContract({
  id: 'scorecards',
  title: 'Scorecards',
  description:
    'KPIs with their targets, what was measured, how it was judged and who fixes it.',
  version: '1',
  routes: {
    ...cellRoutes,
    ...sampleRoutes,
    ...collectorRoutes,
    ...waiverRoutes,
    ...campaignRoutes,
    ...budgetRoutes,
    ...reportRoutes,
    problems: {
      method: 'GET',
      path: '/problems',
      summary: 'What is wrong with the definitions',
      response: z.object({
        status: z.enum(['ok', 'stale', 'empty']),
        checkedAt: z.string().optional(),
        lastGoodAt: z.string().optional(),
        problems: z.array(problemSchema),
      }),
    },
  },
});

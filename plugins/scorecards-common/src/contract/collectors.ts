import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { pageOf, pageQuery } from './shared';

export const runStates = [
  'running',
  'ok',
  'partial',
  'failed',
  'skipped',
] as const;

/** One run of a collector. */
export const runSchema = z.object({
  id: z.string().uuid(),
  collector: z.string(),
  state: z.enum(runStates),
  /** `schedule`, or who ran it. */
  trigger: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  attempts: z.number().int(),
  /** KPIs that were asked for, and of them those that answered. */
  kpis: z.number().int(),
  answered: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  /** What went wrong, by KPI where it is one's own fault; never holds a secret. */
  problems: z.array(
    z.object({ kpi: z.string().optional(), message: z.string() }),
  ),
});

export const collectorSchema = z.object({
  /** `prometheus`, or `prometheus:edge` where several are configured. */
  id: z.string(),
  type: z.string(),
  title: z.string(),
  /**
   * By the last run that ended: `ok`, `partial`, `failing`, or `skipped` when what it asks is not there;
   * `idle` without KPIs, `waiting` for its first run.
   */
  health: z.enum(['ok', 'failing', 'partial', 'skipped', 'idle', 'waiting']),
  kpis: z.number().int(),
  /** Seconds between two runs. */
  everySeconds: z.number(),
  timeoutSeconds: z.number(),
  lastRun: runSchema.optional(),
  lastOkAt: z.string().optional(),
  nextAt: z.string().optional(),
  /** States of the last 30 runs, oldest first. */
  recent: z.array(z.enum(runStates)),
});

/** The routes about where samples come from. */
export const collectorRoutes = {
  collectors: {
    method: 'GET',
    path: '/collectors',
    summary: 'What brings samples in, and how it fares',
    response: z.object({
      items: z.array(collectorSchema),
      /** KPIs that wait to be pushed, and of them those that never were. */
      pushed: z.object({ kpis: z.number().int(), silent: z.number().int() }),
    }),
  },
  runs: {
    method: 'GET',
    path: '/runs',
    summary: 'Runs of collectors, latest first, in pages',
    query: pageQuery.extend({
      collector: z.string().optional(),
      state: z.enum(runStates).optional(),
    }),
    response: pageOf(runSchema),
  },
  runCollector: {
    method: 'POST',
    path: '/collectors/:id/run',
    summary: 'Runs a collector now; one that runs is left to end',
    params: z.object({ id: z.string() }),
    response: runSchema,
    status: 202,
  },
} as const satisfies Record<string, RouteContract>;

export type Run = z.infer<typeof runSchema>;
export type RunState = (typeof runStates)[number];
export type CollectorStatus = z.infer<typeof collectorSchema>;

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import type { z } from 'zod/v3';

/** A KPI that a collector is asked for. */
export interface CollectedKpi<TSource> {
  kpi: Kpi;
  /** The KPI's source as the collector's schema reads it. */
  source: TSource;
  /** Full refs of the groups that have the KPI; empty where components report it. */
  entities: readonly string[];
  /** Up to when it was collected before, at most seven days ago; what is missing since may be filled. */
  from: Date;
}

/** What a collector is asked for. */
export interface CollectRequest<TSource> {
  kpis: readonly CollectedKpi<TSource>[];
  /** The moment of the run; nothing is to be newer. */
  to: Date;
  /** Aborted when the time is up. */
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * Why a KPI has no sample, or fewer than it should:
 *
 * - `lasting`: somebody has to mend something, such as a wrong query
 * - `passing`: it may work in a moment; the KPI is asked for again in the same run
 * - `absent`: what would answer is not installed, which is no failure
 */
export type CollectFaultKind = 'lasting' | 'passing' | 'absent';

export interface CollectFault {
  kind: CollectFaultKind;
  /** What happened and what to do; people read it. It must hold no secret. */
  message: string;
}

/** What became of one KPI. Neither samples nor a fault means that nothing happened, such as no incident. */
export interface Collected {
  /** Id of the KPI. */
  kpi: string;
  /**
   * Samples as anybody would push them. A sample of the same KPI, entity and time replaces the one before:
   * samples of events must not overlap, so that a run that is done twice counts nothing twice.
   */
  samples?: readonly Sample[];
  fault?: CollectFault;
}

/**
 * Measures KPIs. How often, how long, again after a failure, and never twice at once: all that is done for it.
 *
 * @typeParam TSource - what a KPI says in its `source`
 */
export interface Collector<TSource = unknown> {
  /** `prometheus`, or `prometheus:edge` where several of a type are configured. Never changes. */
  id: string;
  /** The `source.type` of the KPIs that it measures. */
  type: string;
  /** The `source.instance` of these KPIs; left out for those that name none. */
  instance?: string;
  title: string;
  /** Seconds between two runs. */
  everySeconds: number;
  /**
   * Asked for each KPI in each run, since what it reads of a day grows until the day is over. Otherwise a KPI is
   * asked for once in its cadence, and when somebody runs the collector.
   */
  everyRun?: boolean;
  /** Seconds that one attempt may take. */
  timeoutSeconds: number;
  /** What a KPI may say in its `source`, with the fields `type`, `instance` and `text`. */
  schema: z.ZodType<TSource, z.ZodTypeDef, unknown>;
  /**
   * Answers KPI by KPI, so that what is there counts even if the rest fails. KPIs that are not answered when it
   * throws are asked for again.
   */
  collect(request: CollectRequest<TSource>): AsyncIterable<Collected>;
}

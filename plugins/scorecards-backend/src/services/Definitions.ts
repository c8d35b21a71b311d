import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { DefinitionProblem, PolledDefinitions } from '@squadron/backend-kit';
import type { Kpi } from '@squadron/plugin-scorecards-common';

/** All KPIs at one moment. */
export interface KpiSet {
  kpis: readonly Kpi[];
  byId: ReadonlyMap<string, Kpi>;
  /** The same for two readings of unchanged files. */
  hash: string;
}

function toSet(kpis: readonly Kpi[]): KpiSet {
  return {
    kpis,
    byId: new Map(kpis.map(kpi => [kpi.id, kpi])),
    hash: createHash('sha256').update(JSON.stringify(kpis)).digest('hex'),
  };
}

/** The KPIs as their files are now: the same object for as long as the files say the same. */
export class Definitions extends PolledDefinitions<KpiSet> {
  constructor({
    load,
    ...options
  }: {
    load: () => Promise<{
      kpis: Kpi[];
      problems: readonly DefinitionProblem[];
    }>;
    logger: LoggerService;
    now: () => Date;
  }) {
    let known: KpiSet | undefined;
    super({
      ...options,
      content: 'KPIs',
      files: 'scorecard files',
      load: async () => {
        const { kpis, problems } = await load();
        const read = toSet(kpis);
        if (known?.hash !== read.hash) known = read;
        return { value: known, problems };
      },
    });
  }
}

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Definitions } from './services/Definitions';

/** Measures the definitions: how many KPIs there are, and how many faults their files have. */
export function measureDefinitions(
  metrics: MetricsService,
  definitions: Definitions,
): void {
  metrics
    .createObservableGauge('scorecards_kpis', { description: 'KPIs in use' })
    .addCallback(async result => {
      const { status } = await definitions.status();
      const set = status === 'empty' ? undefined : await definitions.get();
      result.observe(set?.kpis.length ?? 0);
    });
  metrics
    .createObservableGauge('scorecards_definition_problems', {
      description: 'Faults in the files of KPIs',
    })
    .addCallback(async result => {
      const { problems } = await definitions.status();
      result.observe(problems.length);
    });
}

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { TreeIndex } from './services/TreeIndex';

/** Measures the index: its size, its age, and what it takes to build. */
export function measureIndex(metrics: MetricsService, index: TreeIndex): void {
  metrics
    .createObservableGauge('org_model_index_groups', {
      description: 'Groups in the index',
    })
    .addCallback(result =>
      result.observe(index.peek()?.tree.groups().length ?? 0),
    );
  metrics
    .createObservableGauge('org_model_index_age_seconds', {
      description: 'Time since the catalog was last read',
      unit: 's',
    })
    .addCallback(result => {
      const { readAt } = index.status();
      if (readAt) result.observe((Date.now() - readAt.getTime()) / 1_000);
    });
  const rebuild = metrics.createHistogram('org_model_index_rebuild_seconds', {
    description: 'Time to read the catalog and build the index',
    unit: 's',
  });
  index.onChange((_, tookMs) => rebuild.record(tookMs / 1_000));
}

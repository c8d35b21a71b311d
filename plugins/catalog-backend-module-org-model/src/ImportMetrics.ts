import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { DefinitionProblem } from '@squadron/backend-kit';

/** What monitors see of the imports. */
export class ImportMetrics {
  readonly #entities;
  readonly #problems;

  constructor(metrics: MetricsService) {
    this.#entities = metrics.createGauge('org_model_definitions_entities', {
      description: 'Entities that the last good organization files made',
    });
    this.#problems = metrics.createGauge('org_model_definitions_problems', {
      description: 'What the last reading of the organization files found',
    });
  }

  /** Takes the outcome of one reading. */
  record(
    entities: number | undefined,
    problems: readonly DefinitionProblem[],
  ): void {
    if (entities !== undefined) this.#entities.record(entities);
    for (const severity of ['error', 'warning'] as const) {
      const found = problems.filter(each => each.severity === severity);
      this.#problems.record(found.length, { severity });
    }
  }
}

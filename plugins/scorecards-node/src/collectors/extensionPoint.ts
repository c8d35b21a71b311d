import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Collector } from './Collector';

/** Takes collectors of other kinds. */
export interface ScorecardsCollectorsExtensionPoint {
  /** @throws Error when there is a collector of that id already */
  addCollector<TSource>(collector: Collector<TSource>): void;
}

/**
 * Where modules of the plugin `scorecards` add collectors.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'scorecards',
 *   moduleId: 'weather',
 *   register: env =>
 *     env.registerInit({
 *       deps: { collectors: scorecardsCollectorsExtensionPoint },
 *       init: async ({ collectors }) => collectors.addCollector(weather),
 *     }),
 * });
 * ```
 */
export const scorecardsCollectorsExtensionPoint =
  createExtensionPoint<ScorecardsCollectorsExtensionPoint>({
    id: 'scorecards.collectors',
  });

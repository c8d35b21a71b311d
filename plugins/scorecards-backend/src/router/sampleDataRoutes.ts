import type { SampleData } from '../sample/SampleData';
import type { ScorecardsHandlers } from './types';

export interface SampleDataRouteOptions {
  sampleData: Pick<SampleData, 'add' | 'remove'>;
}

/** Routes about the history that a new portal is filled with. */
export function sampleDataRoutes({
  sampleData,
}: SampleDataRouteOptions): Pick<
  ScorecardsHandlers,
  'addSampleData' | 'removeSampleData'
> {
  return {
    async addSampleData({ audit }) {
      const added = await sampleData.add();
      audit({ ...added });
      return added;
    },
    async removeSampleData({ audit }) {
      const removed = await sampleData.remove();
      audit({ ...removed });
      return removed;
    },
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DatabaseCampaignStore } from '../database/DatabaseCampaignStore';
import { DatabaseSampleDataStore } from '../database/DatabaseSampleDataStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import type { CellKeeper } from '../engine/CellKeeper';
import { CampaignCommands } from '../services/CampaignCommands';
import { CampaignStart } from '../services/CampaignStart';
import type { SampleCommands } from '../services/SampleCommands';
import type { SceneOptions } from '../services/Scene';
import { WaiverCommands } from '../services/WaiverCommands';
import { WaiverQueries } from '../services/WaiverQueries';
import { QuietWaiverStore } from './QuietWaiverStore';
import { SampleData } from './SampleData';
import { type PastCommands, SampleWork } from './SampleWork';

/** Sample data over these tables. */
export function createSampleData(
  options: SceneOptions & {
    enabled: boolean;
    knex: Knex;
    samples: Pick<SampleCommands, 'record'>;
    cells: Pick<CellKeeper, 'evaluate'>;
    logger: LoggerService;
    now: () => Date;
  },
): SampleData {
  const { knex } = options;
  const store = new DatabaseSampleDataStore(knex);
  const verdicts = new DatabaseVerdicts(knex).read;
  const waivers = new QuietWaiverStore(knex);
  const start = new CampaignStart({ ...options, verdicts });

  function commandsAt(moment: number): PastCommands {
    const past = { ...options, now: () => new Date(moment) };
    const ofWaivers = { ...past, store: waivers };
    return {
      waivers: new WaiverCommands({
        ...ofWaivers,
        queries: new WaiverQueries(ofWaivers),
        onNotice: () => {},
      }),
      campaigns: new CampaignCommands({
        ...past,
        store: new DatabaseCampaignStore(knex),
        start,
      }),
    };
  }

  return new SampleData({
    ...options,
    store,
    verdicts,
    waivers,
    work: new SampleWork({ store, commandsAt }),
  });
}

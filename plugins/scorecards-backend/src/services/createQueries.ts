import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { DatabaseCellReadStore } from '../database/DatabaseCellReadStore';
import { DatabaseDayReadStore } from '../database/DatabaseDayReadStore';
import { DatabaseHealthReadStore } from '../database/DatabaseHealthReadStore';
import { AnswerCache } from './AnswerCache';
import { CellQueries } from './CellQueries';
import { HealthQueries } from './HealthQueries';
import { KpiQueries } from './KpiQueries';
import { MatrixQueries } from './MatrixQueries';
import { RowMaker } from './RowMaker';
import type { SceneOptions } from './Scene';
import { ScorecardQueries } from './ScorecardQueries';
import { SeriesQueries } from './SeriesQueries';
import type { TreeHistory } from './TreeHistory';

/** Everything that reads. */
export function createQueries(
  options: SceneOptions & {
    knex: Knex;
    history: TreeHistory;
    logger: LoggerService;
    now: () => Date;
  },
) {
  const cells = new DatabaseCellReadStore(options.knex);
  const days = new DatabaseDayReadStore(options.knex);
  const health = new DatabaseHealthReadStore(options.knex);
  const answers = new AnswerCache({ ...options, cells });
  const rows = new RowMaker({ ...options, days });
  const all = { ...options, answers, cells, days, health, rows };
  return {
    cells: new CellQueries(all),
    health: new HealthQueries(all),
    kpis: new KpiQueries(all),
    matrix: new MatrixQueries(all),
    scorecards: new ScorecardQueries(all),
    series: new SeriesQueries(all),
  };
}

export type Queries = ReturnType<typeof createQueries>;

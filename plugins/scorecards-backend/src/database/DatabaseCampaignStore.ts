import type { Knex } from 'knex';
import type { StartCell } from '../domain/campaigns';
import type {
  CampaignStanding,
  CampaignStore,
  StoredCampaign,
} from './CampaignStore';
import { readStandings } from './campaignStandings';
import {
  CampaignKpiRow,
  CampaignRow,
  toCampaign,
  toCellRow,
  toCampaignRow,
} from './campaignRows';

/** SQLite takes so many values at least in a statement, and a row has ten. */
const rowsAtOnce = 90;

/** Kept in the database of the plugin. */
export class DatabaseCampaignStore implements CampaignStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    campaign: StoredCampaign,
    start: readonly StartCell[] = [],
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      await tx<CampaignRow>('campaigns').insert(toCampaignRow(campaign));
      await writeKpis(tx, campaign);
      await addCells(tx, campaign.id, start);
    });
  }

  async find(id: string): Promise<StoredCampaign | undefined> {
    const [campaign] = await this.#read(query => query.where({ id }));
    return campaign;
  }

  async list(groups?: readonly string[]): Promise<StoredCampaign[]> {
    return this.#read(query =>
      groups ? query.whereIn('grp', [...groups]) : query,
    );
  }

  async waiting(day: number): Promise<StoredCampaign[]> {
    return this.#read(query =>
      query
        .whereNull('started_at')
        .whereNull('closed_at')
        .andWhere('from_day', '<=', day),
    );
  }

  async change(
    campaign: StoredCampaign,
    start: readonly StartCell[],
  ): Promise<boolean> {
    const { id, version } = campaign;
    return this.#knex.transaction(async tx => {
      const changed = await tx<CampaignRow>('campaigns')
        .where({ id, version: version - 1 })
        .update(toCampaignRow(campaign));
      if (changed === 0) return false;
      await tx('campaign_kpis').where({ campaign: id }).delete();
      await writeKpis(tx, campaign);
      const kept = await tx('campaign_cells').where({ campaign: id });
      const of = ({ kpi, entity }: { kpi: string; entity: string }) =>
        `${kpi} ${entity}`;
      const before = new Map(kept.map(row => [of(row), row]));
      await tx('campaign_cells').where({ campaign: id }).delete();
      const rows = start.map(
        cell => before.get(of(cell)) ?? toCellRow(id, cell),
      );
      await tx.batchInsert('campaign_cells', rows, rowsAtOnce);
      return true;
    });
  }

  async begin(
    id: string,
    start: readonly StartCell[],
    now: number,
  ): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const begun = await tx<CampaignRow>('campaigns')
        .where({ id })
        .whereNull('started_at')
        .update({ started_at: now });
      if (begun === 0) return false;
      await addCells(tx, id, start);
      return true;
    });
  }

  async close(id: string, now: number): Promise<void> {
    await this.#knex<CampaignRow>('campaigns')
      .where({ id })
      .whereNull('closed_at')
      .update({ closed_at: now, version: this.#knex.raw('version + 1') });
  }

  async standings(
    campaigns: readonly StoredCampaign[],
    now: number,
  ): Promise<Map<string, CampaignStanding>> {
    return readStandings(this.#knex, campaigns, now);
  }

  async #read(
    narrow: (query: Knex.QueryBuilder<CampaignRow>) => Knex.QueryBuilder,
  ): Promise<StoredCampaign[]> {
    const query = this.#knex<CampaignRow>('campaigns');
    const rows: CampaignRow[] = await narrow(query).orderBy([
      { column: 'due_day', order: 'desc' },
      { column: 'created_at', order: 'desc' },
      { column: 'id' },
    ]);
    const kpis = await this.#knex<CampaignKpiRow>('campaign_kpis')
      .whereIn(
        'campaign',
        rows.map(({ id }) => id),
      )
      .orderBy(['campaign', 'place']);
    return rows.map(row => toCampaign(row, kpis));
  }
}

async function writeKpis(
  tx: Knex.Transaction,
  { id, kpis }: StoredCampaign,
): Promise<void> {
  const rows = kpis.map(({ kpi, freshDays }, place) => ({
    campaign: id,
    kpi,
    place,
    fresh_days: freshDays,
  }));
  await tx.batchInsert('campaign_kpis', rows, rowsAtOnce);
}

async function addCells(
  tx: Knex.Transaction,
  id: string,
  cells: readonly StartCell[],
): Promise<void> {
  const rows = cells.map(cell => toCellRow(id, cell));
  await tx.batchInsert('campaign_cells', rows, rowsAtOnce);
}

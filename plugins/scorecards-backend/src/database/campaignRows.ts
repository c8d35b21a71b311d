import type { StartCell } from '../domain/campaigns';
import type { StoredCampaign } from './CampaignStore';
import {
  BigIntColumn,
  fromFreshness,
  fromVerdict,
  optionalNumber,
} from './rows';

export interface CampaignRow {
  id: string;
  title: string;
  description: string;
  grp: string;
  owner: string;
  from_day: number;
  due_day: number;
  started_at: BigIntColumn | null;
  closed_at: BigIntColumn | null;
  created_by: string;
  created_at: BigIntColumn;
  version: number;
}

export interface CampaignKpiRow {
  campaign: string;
  kpi: string;
  place: number;
  fresh_days: number;
}

export function toCampaignRow(campaign: StoredCampaign): CampaignRow {
  return {
    id: campaign.id,
    title: campaign.title,
    description: campaign.description,
    grp: campaign.group,
    owner: campaign.owner,
    from_day: campaign.fromDay,
    due_day: campaign.dueDay,
    started_at: campaign.startedAt ?? null,
    closed_at: campaign.closedAt ?? null,
    created_by: campaign.createdBy,
    created_at: campaign.createdAt,
    version: campaign.version,
  };
}

/** @param kpis - of this campaign and maybe others, in order */
export function toCampaign(
  row: CampaignRow,
  kpis: readonly CampaignKpiRow[],
): StoredCampaign {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    group: row.grp,
    kpis: kpis
      .filter(({ campaign }) => campaign === row.id)
      .map(({ kpi, fresh_days }) => ({ kpi, freshDays: fresh_days })),
    owner: row.owner,
    fromDay: row.from_day,
    dueDay: row.due_day,
    startedAt: optionalNumber(row.started_at),
    closedAt: optionalNumber(row.closed_at),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    version: row.version,
  };
}

export function toCellRow(campaign: string, cell: StartCell) {
  return {
    campaign,
    kpi: cell.kpi,
    entity: cell.entity,
    verdict: fromVerdict(cell.verdict),
    freshness: fromFreshness(cell.freshness),
    has_target: cell.hasTarget,
    waived: cell.waived,
    weight: cell.weight,
    points: cell.points ?? null,
  };
}

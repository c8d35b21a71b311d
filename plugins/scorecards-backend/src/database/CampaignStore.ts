import type { AlikeCells, MetStep, StartCell } from '../domain/campaigns';

/** A KPI of a campaign. */
export interface CampaignKpi {
  kpi: string;
  /** Days for which a verdict counts when no new sample comes. */
  freshDays: number;
}

/** A campaign as it is kept; days count from 1970-01-01 UTC, moments are milliseconds. */
export interface StoredCampaign {
  id: string;
  title: string;
  description: string;
  group: string;
  kpis: CampaignKpi[];
  owner: string;
  fromDay: number;
  dueDay: number;
  /** When it was kept how its cells stand; nothing while it is planned. */
  startedAt?: number;
  closedAt?: number;
  createdBy: string;
  createdAt: number;
  version: number;
}

/** Cells of a group that stand alike. */
export interface AlikeInGroup extends AlikeCells {
  group: string;
}

/** How the cells of a campaign stand. */
export interface CampaignStanding {
  start: AlikeCells[];
  /** Of all groups; those outside the campaign's part of the tree are to be left out. */
  now: AlikeInGroup[];
  /** Cells with a target that were not met at the start, and those of them that are now. */
  toFix: number;
  fixed: number;
  /** Cells with a target at the start. */
  total: number;
  steps: MetStep[];
}

/** Campaigns with how their cells stood when they began. */
export interface CampaignStore {
  add(campaign: StoredCampaign, start?: readonly StartCell[]): Promise<void>;
  find(id: string): Promise<StoredCampaign | undefined>;
  /** The one that ends last comes first. */
  list(groups?: readonly string[]): Promise<StoredCampaign[]>;
  /** Those that should have begun by a day and have not. */
  waiting(day: number): Promise<StoredCampaign[]>;
  /**
   * Writes the campaign if nothing came between it and the version before. A cell that was kept
   * already stays as it was; one that is not among `start` is no longer part of it.
   *
   * @returns whether it was written
   */
  change(
    campaign: StoredCampaign,
    start: readonly StartCell[],
  ): Promise<boolean>;
  /** Keeps how the cells stand, unless another replica has. */
  begin(id: string, start: readonly StartCell[], now: number): Promise<boolean>;
  close(id: string, now: number): Promise<void>;
  /** By id; with the same few statements for any number of campaigns. */
  standings(
    campaigns: readonly StoredCampaign[],
    now: number,
  ): Promise<Map<string, CampaignStanding>>;
}

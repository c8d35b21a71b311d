import type { StoredCampaign } from '../database/CampaignStore';
import type { StoredCell } from '../database/CellStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import { LatestVerdict, StartCell, cellAsOf } from '../domain/campaigns';
import { dayOf } from '../domain/day';
import { SceneOptions, currentScene } from './Scene';

type Scope = Pick<StoredCampaign, 'group' | 'kpis' | 'fromDay'>;

/** Finds the cells of a campaign and how they stood when it began. */
export class CampaignStart {
  readonly #options: SceneOptions & {
    verdicts: Pick<VerdictStores, 'cells' | 'pastDays'>;
    now: () => Date;
  };

  constructor(
    options: SceneOptions & {
      verdicts: Pick<VerdictStores, 'cells' | 'pastDays'>;
      now: () => Date;
    },
  ) {
    this.#options = options;
  }

  /** As they stand now; as they stood before a first day that is past. */
  async cells(campaign: Scope): Promise<StartCell[]> {
    const { verdicts, now } = this.#options;
    const { tree } = await currentScene(this.#options);
    const ids = campaign.kpis.map(({ kpi }) => kpi);
    const cells = (await verdicts.cells.ofKpis(ids)).filter(({ group }) =>
      tree.isWithin(group, campaign.group),
    );
    const at = now().getTime();
    return campaign.fromDay < dayOf(at)
      ? this.#before(campaign.fromDay, ids, cells)
      : cells.map(cell => toStart(cell, at));
  }

  async #before(
    day: number,
    kpis: readonly string[],
    cells: readonly StoredCell[],
  ): Promise<StartCell[]> {
    const { set } = await currentScene(this.#options);
    const latest = new Map<string, LatestVerdict>();
    for (const kpi of kpis) {
      const freshSeconds = set.byId.get(kpi)?.freshSeconds ?? 0;
      const own = cells.filter(cell => cell.kpi === kpi);
      const days = await this.#options.verdicts.pastDays.lastBefore(
        kpi,
        own.map(({ entity }) => entity),
        day,
      );
      for (const { entity, at, verdict } of days) {
        latest.set(`${kpi} ${entity}`, { at, verdict, freshSeconds });
      }
    }
    return cells.map(cell =>
      cellAsOf(
        toStart(cell, 0),
        cell.policy,
        day - 1,
        latest.get(`${cell.kpi} ${cell.entity}`),
      ),
    );
  }
}

function toStart(cell: StoredCell, now: number): StartCell {
  return {
    kpi: cell.kpi,
    entity: cell.entity,
    verdict: cell.verdict,
    freshness: cell.freshness,
    hasTarget: cell.hasTarget,
    waived: (cell.waivedUntil ?? 0) > now,
    weight: cell.weight,
    points: cell.points,
  };
}

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import type { KpiSet } from '../services/Definitions';
import { TouchedCell, cellKeyOf, judgeDays } from '../services/judgeDays';
import { isSameCell } from '../services/restateCells';

const atOnce = 250;

interface DayJudgeOptions {
  database: VerdictDatabase;
  rollUp: { soon(): void };
  now: () => Date;
}

/** Judges past days anew when a definition asks for that. */
export class DayJudge {
  readonly #options: DayJudgeOptions;

  constructor(options: DayJudgeOptions) {
    this.#options = options;
  }

  /**
   * Judges the days of KPIs that are defined otherwise than when they were judged, or of all.
   *
   * @returns how many cells stand otherwise now
   */
  async run(
    { kpis }: KpiSet,
    tree: OrgTree,
    { all = false } = {},
  ): Promise<number> {
    const { digests } = this.#options.database.read;
    const known = await digests.all();
    let changed = 0;
    for (const kpi of kpis) {
      const digest = digestOf(kpi);
      if (!all && known.get(kpi.id) === digest) continue;
      changed += await this.#judge(kpi, tree);
      await digests.put(kpi.id, digest);
    }
    return changed;
  }

  async #judge(kpi: Kpi, tree: OrgTree): Promise<number> {
    const { database, now, rollUp } = this.#options;
    const before = await database.read.cells.ofKpis([kpi.id]);
    const groups = new Map(before.map(({ entity, group }) => [entity, group]));
    const { pastDays } = database.read;
    let page = await pastDays.page(kpi.id, undefined, atOnce);
    while (page.length > 0) {
      const touched = new Map<string, TouchedCell>();
      for (const { entity, day } of page) {
        const group = groups.get(entity) ?? tree.resolve(entity);
        if (group === undefined) continue;
        const cell = touched.get(entity) ?? {
          definition: kpi,
          entity,
          group,
          days: new Set(),
          lastAt: -Infinity,
        };
        cell.days.add(day);
        touched.set(entity, cell);
      }
      await setImmediate();
      await database.write(stores =>
        judgeDays(stores, [...touched.values()], {
          now: now().getTime(),
          source: '',
        }),
      );
      page = await pastDays.page(kpi.id, page[page.length - 1], atOnce);
    }
    const after = await database.read.cells.ofKpis([kpi.id]);
    const changed = countChanged(before, after);
    if (changed > 0) rollUp.soon();
    return changed;
  }
}

/** What of a definition decides how days are judged. */
function digestOf(kpi: Kpi): string {
  const { kind, unit, direction, aggregation, windowDays, targets } = kpi;
  const { errorBudgetDays } = kpi;
  const judging = [
    kind,
    unit,
    direction,
    aggregation,
    windowDays,
    errorBudgetDays,
    targets,
  ];
  return createHash('sha256').update(JSON.stringify(judging)).digest('hex');
}

function countChanged(
  before: readonly StoredCell[],
  after: readonly StoredCell[],
): number {
  const known = new Map(before.map(cell => [cellKeyOf(cell), cell]));
  return after.filter(cell => {
    const old = known.get(cellKeyOf(cell));
    return !old || !isSameCell(old, cell);
  }).length;
}

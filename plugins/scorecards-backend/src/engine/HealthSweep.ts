import { setImmediate } from 'node:timers/promises';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi, Verdict } from '@squadron/plugin-scorecards-common';
import { verdictScores } from '@squadron/plugin-scorecards-common';
import type { WaivedDays } from '../database/PastDayStore';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import { groupsWith } from '../domain/applicable';
import { startOf } from '../domain/day';
import { staleAt } from '../domain/freshness';
import { countCell, pointsOf } from '../domain/scoring';
import { targetAt } from '../domain/targets';
import { cellKeyOf } from '../services/judgeDays';
import { OwnHealth, saveHealth } from './rollUpDay';

const entitiesAtOnce = 500;

/** What was last measured of an entity. */
interface LastMeasured {
  at: number;
  verdict: Verdict;
  /** The latest verdict that was one. */
  lastVerdict?: Verdict;
}

/** A KPI with what was last measured of each of its entities up to the day of the sweep. */
interface SweptKpi {
  kpi: Kpi;
  entities: string[];
  last: Map<string, LastMeasured>;
  /** Owners of the components that report it. */
  owners: Map<string, string>;
}

/** Rolls past days up, oldest first, each along the tree of its day. */
export class HealthSweep {
  readonly #database: VerdictDatabase;
  readonly #treeOf: (day: number) => OrgTree;

  constructor(options: {
    database: VerdictDatabase;
    treeOf: (day: number) => OrgTree;
  }) {
    this.#database = options.database;
    this.#treeOf = options.treeOf;
  }

  /** Rolls days up that follow each other; both ends are included. */
  async run(kpis: readonly Kpi[], from: number, to: number): Promise<void> {
    const waivers = await this.#database.read.pastDays.waived(from, to);
    const swept: SweptKpi[] = [];
    for (const kpi of kpis) {
      swept.push(await this.#begin(kpi, from, to));
    }
    for (let day = from; day <= to; day++) {
      const own = new OwnHealth();
      const tree = this.#treeOf(day);
      const waived = waivedOn(waivers, day);
      for (const each of swept) {
        await this.#advance(each, day);
        await setImmediate();
        countKpi(each, { day, tree, waived }, own);
      }
      await saveHealth(this.#database, day, own.rollUp(tree));
    }
  }

  async #begin(kpi: Kpi, from: number, to: number): Promise<SweptKpi> {
    const { cells, pastDays } = this.#database.read;
    const standing = await cells.ofKpis([kpi.id]);
    const all = new Set(standing.map(({ entity }) => entity));
    // Groups that are gone had it then.
    for (const tree of this.#treesOf(from, to)) {
      groupsWith(kpi, tree).forEach(ref => all.add(ref));
    }
    const entities = [...all];
    const last = new Map<string, LastMeasured>();
    for (let at = 0; at < entities.length; at += entitiesAtOnce) {
      const chunk = entities.slice(at, at + entitiesAtOnce);
      await setImmediate();
      for (const day of await pastDays.lastBefore(kpi.id, chunk, from)) {
        last.set(day.entity, day);
      }
    }
    const owners = new Map(
      kpi.appliesTo.to === 'components'
        ? standing.map(({ entity, group }) => [entity, group])
        : [],
    );
    return { kpi, entities, last, owners };
  }

  #treesOf(from: number, to: number): Set<OrgTree> {
    const trees = new Set<OrgTree>();
    for (let day = from; day <= to; day++) trees.add(this.#treeOf(day));
    return trees;
  }

  async #advance(
    { kpi, entities, last }: SweptKpi,
    day: number,
  ): Promise<void> {
    const { pastDays } = this.#database.read;
    for (let from = 0; from < entities.length; from += entitiesAtOnce) {
      const chunk = entities.slice(from, from + entitiesAtOnce);
      await setImmediate();
      for (const row of await pastDays.onDay(kpi.id, chunk, day)) {
        const { entity, at, verdict } = row;
        const before = last.get(entity)?.lastVerdict;
        const lastVerdict = verdict === 'none' ? before : verdict;
        last.set(entity, { at, verdict, lastVerdict });
      }
    }
  }
}

/** Cells with a waiver that was in force on the day for a while. */
function waivedOn(waivers: readonly WaivedDays[], day: number): Set<string> {
  const those = waivers.filter(({ from, to }) => from <= day && day <= to);
  return new Set(those.map(cellKeyOf));
}

function countKpi(
  { kpi, last, owners }: SweptKpi,
  { day, tree, waived }: { day: number; tree: OrgTree; waived: Set<string> },
  own: OwnHealth,
): void {
  const add = (group: string, entity: string) => {
    const state = stateAsOf(kpi, last.get(entity), day);
    const isWaived = waived.has(cellKeyOf({ kpi: kpi.id, entity }));
    own.add(group, kpi.category, countCell({ ...state, waived: isWaived }));
  };
  for (const ref of groupsWith(kpi, tree)) add(ref, ref);
  for (const [entity, group] of owners) {
    // Components have a cell from their first sample on.
    if (last.has(entity)) add(group, entity);
  }
}

/** A value counts as fresh on each day on which it was for a while: nobody looks at a day at its last moment alone. */
function stateAsOf(kpi: Kpi, last: LastMeasured | undefined, day: number) {
  const isFresh = last && staleAt(last.at, kpi.freshSeconds) >= startOf(day);
  const late = last ? 'stale' : 'no_data';
  const held = last?.lastVerdict && verdictScores[last.lastVerdict];
  const state = {
    verdict: last?.verdict ?? 'none',
    freshness: isFresh ? 'fresh' : late,
    hasTarget: targetAt(kpi, last?.at ?? startOf(day)) !== undefined,
    held,
  } as const;
  const points = pointsOf(state, kpi.onNoData);
  return { ...state, weight: kpi.weight, points };
}

import { OrgTree } from '@squadron/plugin-org-model-common';
import { Kpi, freshnesses, verdicts } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import type { StoredCell } from '../database/CellStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { ALL_CATEGORIES, StoredHealth } from '../database/HealthStore';
import { dayOf } from '../domain/day';
import { emptyParts } from '../domain/parts';
import { pointsOf } from '../domain/scoring';
import { kpi, target } from './kpi';
import { group, person } from './records';
import { cell, groupRef } from './work';

/** When these tests take place. */
export const now = new Date('2026-11-28T12:00:00Z');
export const today = dayOf(now.getTime());

/** A company of two divisions with squads, each led by `lead-<its name>`. */
export function companyOf(squads: number): OrgTree {
  const division = (at: number) => `division-${at % 2}`;
  const groups = [
    group('company', { type: 'organization', title: 'Company' }),
    ...[0, 1].map(at =>
      group(division(at), { type: 'division', parent: 'company' }),
    ),
    ...Array.from({ length: squads }, (_, at) =>
      group(`squad-${at}`, {
        title: `Squad ${at}`,
        code: `S-${at}`,
        parent: division(at),
        lead: `lead-squad-${at}`,
      }),
    ),
  ];
  const people = groups.map(({ name }) => person(`lead-${name}`, [name]));
  return new OrgTree({ at: now.toISOString(), groups, people });
}

/** KPIs that every squad has. */
export function squadKpis(...ids: string[]): Kpi[] {
  return ids.map(id =>
    kpi(id, {
      title: `The ${id}`,
      appliesTo: { to: 'each', type: 'squad', below: groupRef('company') },
      owner: groupRef('company'),
      targets: [target('>= 50')],
      runbook: `https://example.com/${id}`,
    }),
  );
}

/** One cell for each verdict, freshness and waiver that there may be, with and without a target. */
export function everyState(squads: number): StoredCell[] {
  const cells: StoredCell[] = [];
  for (const verdict of verdicts) {
    for (const freshness of freshnesses) {
      for (const hasTarget of [true, false]) {
        const at = cells.length;
        const policy = (['bad', 'ignore', 'hold'] as const)[at % 3];
        cells.push(
          cell(`kpi-${at % 7}`, `squad-${at % squads}`, {
            entity: `component:default/c-${at}`,
            category: at % 2 === 0 ? 'speed' : 'cost',
            verdict,
            freshness,
            hasTarget,
            policy,
            weight: 1 + (at % 3),
            points: pointsOf({ verdict, freshness, hasTarget }, policy),
            value: at % 5 === 0 ? undefined : (at * 7) % 11,
            parts:
              at % 4 === 0
                ? emptyParts
                : { sum: at, count: at % 4, min: -at, max: at },
            at: at % 4 === 0 ? undefined : now.getTime() - at,
            since: at % 3 === 0 ? undefined : now.getTime() - 1_000 * at,
          }),
        );
      }
    }
  }
  return cells;
}

export async function putCells(
  knex: Knex,
  cells: readonly StoredCell[],
): Promise<void> {
  await new DatabaseVerdicts(knex).write(stores => stores.cells.put(cells));
}

/** Health of a group in which so many cells are met and missed. */
export function healthOfGroup(
  name: string,
  met: number,
  missed: number,
  category: StoredHealth['category'] = ALL_CATEGORIES,
): StoredHealth {
  return {
    group: groupRef(name),
    category,
    met,
    missed,
    atRisk: 0,
    tracked: 0,
    stale: 0,
    error: 0,
    noData: 0,
    waived: 0,
    points: met,
    weight: met + missed,
    targeted: met + missed,
    freshTargeted: met + missed,
  };
}

export async function putHealth(
  knex: Knex,
  day: number,
  rows: readonly StoredHealth[],
): Promise<void> {
  await new DatabaseVerdicts(knex).write(({ health }) => health.put(day, rows));
}

/** A day of a cell with one sample of this value. */
export async function putDays(
  knex: Knex,
  days: readonly { kpi: string; entity: string; day: number; value: number }[],
): Promise<void> {
  const rows = days.map(({ value, ...key }) => ({
    ...key,
    value,
    sum: value,
    count: 1,
    min: value,
    max: value,
    at: key.day * 86_400_000,
    verdict: verdicts.indexOf(value >= 50 ? 'met' : 'missed'),
    target: 50,
  }));
  await knex.batchInsert('daily', rows, 50);
}

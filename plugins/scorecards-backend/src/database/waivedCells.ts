import type { Knex } from 'knex';
import { dayOf, startOf } from '../domain/day';
import { DatabaseHealthStore } from './DatabaseHealthStore';
import type { StoredWaiver } from './WaiverStore';

// A day times its milliseconds is more than an integer of PostgreSQL holds.
const end = 'cast(waivers.until_day + 1 as bigint) * 86400000';

const inForce = (knex: Knex) =>
  knex('waivers')
    .whereRaw('waivers.kpi = cells.kpi and waivers.entity = cells.entity')
    .where('waivers.state', 'approved');

/** Cells that show a waiver that does not hold. */
const wronglyWaived = (knex: Knex) =>
  knex('cells')
    .whereNotNull('waived_until')
    .whereNotExists(inForce(knex).select(knex.raw('1')));

/** Cells that do not show a waiver that holds. */
const wronglyUnwaived = (knex: Knex) =>
  knex('cells').whereExists(
    inForce(knex)
      .select(knex.raw('1'))
      .whereRaw(`(cells.waived_until is null or cells.waived_until <> ${end})`),
  );

/** Shows on its cell that a waiver holds, or no longer. */
export async function showWaiver(
  tx: Knex.Transaction,
  { kpi, entity, state, untilDay }: StoredWaiver,
  now: number,
): Promise<void> {
  await tx('cells')
    .where({ kpi, entity })
    .update({
      waived_until: state === 'approved' ? startOf(untilDay + 1) : null,
    });
  await new DatabaseHealthStore(tx).markDirty([dayOf(now)]);
}

/** Whether a cell shows something else than the waivers in force. */
export async function areWaivedCellsWrong(knex: Knex): Promise<boolean> {
  const found = await Promise.all(
    [wronglyWaived(knex), wronglyUnwaived(knex)].map(cells =>
      cells.first('kpi'),
    ),
  );
  return found.some(cell => cell !== undefined);
}

/** Brings every cell in line with the waivers in force, also one that went and came back. */
export async function reconcileWaivedCells(
  tx: Knex.Transaction,
  now: number,
): Promise<void> {
  await wronglyWaived(tx).update({ waived_until: null });
  await wronglyUnwaived(tx).update({
    waived_until: inForce(tx).select(tx.raw(end)),
  });
  await new DatabaseHealthStore(tx).markDirty([dayOf(now)]);
}

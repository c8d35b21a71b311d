import type { WaiverState } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { dayOf } from '../domain/day';
import { addNotices } from './DatabaseNoticeStore';
import type { Notice } from '../domain/notices';
import type { CellKey } from './SampleStore';
import { inWriteTransaction } from './inWriteTransaction';
import {
  areWaivedCellsWrong,
  reconcileWaivedCells,
  showWaiver,
} from './waivedCells';
import type {
  StoredWaiver,
  WaiverFilter,
  WaiverPlace,
  WaiverStore,
} from './WaiverStore';
import { WaiverRow, toRow, toWaiver } from './waiverRows';

const openStates: WaiverState[] = ['requested', 'approved'];

/** Kept in the database of the plugin. */
export class DatabaseWaiverStore implements WaiverStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    waiver: StoredWaiver,
    notice?: Notice,
  ): Promise<StoredWaiver | undefined> {
    const { kpi, entity } = waiver;
    const outcome = await this.#knex.transaction(async tx => {
      const added = await tx<WaiverRow>('waivers')
        .insert(toRow(waiver))
        .onConflict(
          tx.raw(`(kpi, entity) where state in ('requested', 'approved')`),
        )
        .ignore()
        .returning('id');
      if (added.length === 0) {
        const open = await tx<WaiverRow>('waivers')
          .where({ kpi, entity })
          .whereIn('state', openStates)
          .first();
        return { added: false, open: open && toWaiver(open) };
      }
      await addNotices(tx, notice ? [notice] : []);
      return { added: true };
    });
    if (outcome.added || outcome.open) return outcome.open;
    // The one in the way was closed in this moment.
    return this.add(waiver, notice);
  }

  async ownerOf({ kpi, entity }: CellKey): Promise<string | undefined> {
    const row = await this.#knex('cells').where({ kpi, entity }).first('grp');
    return row?.grp;
  }

  async find(id: string): Promise<StoredWaiver | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && toWaiver(row);
  }

  async list(
    filter: WaiverFilter,
    { after, limit }: { after?: WaiverPlace; limit: number },
  ): Promise<StoredWaiver[]> {
    const query = this.#filtered(filter)
      .orderBy([{ column: 'requested_at', order: 'desc' }, { column: 'id' }])
      .limit(limit);
    if (after) {
      query.andWhere(place =>
        place
          .where('requested_at', '<', after.requestedAt)
          .orWhere(same =>
            same
              .where('requested_at', after.requestedAt)
              .andWhere('id', '>', after.id),
          ),
      );
    }
    return (await query).map(toWaiver);
  }

  async count(filter: WaiverFilter): Promise<number> {
    const row = await this.#filtered(filter).count({ total: '*' }).first();
    return Number((row as { total?: number | string } | undefined)?.total ?? 0);
  }

  async listBetween(
    from: number,
    to: number,
    groups?: readonly string[],
  ): Promise<StoredWaiver[]> {
    const rows = await this.#filtered({ groups })
      .where('requested_at', '<', to)
      .andWhere(times =>
        times
          .where('requested_at', '>=', from)
          .orWhereBetween('decided_at', [from, to - 1])
          .orWhereBetween('revoked_at', [from, to - 1])
          .orWhere(inForce =>
            inForce
              .whereNot('state', 'denied')
              .andWhere('decided_at', '<', to)
              .andWhere('until_day', '>=', dayOf(from))
              .andWhere(end =>
                end.whereNull('revoked_at').orWhere('revoked_at', '>=', from),
              ),
          ),
      )
      .orderBy([{ column: 'requested_at', order: 'desc' }, { column: 'id' }]);
    return rows.map(toWaiver);
  }

  async change(
    waiver: StoredWaiver,
    now: number,
    notice?: Notice,
  ): Promise<boolean> {
    return inWriteTransaction(this.#knex, async tx => {
      const changed = await tx<WaiverRow>('waivers')
        .where({ id: waiver.id, version: waiver.version - 1 })
        .update(toRow(waiver));
      if (changed === 0) return false;
      await showWaiver(tx, waiver, now);
      await addNotices(tx, notice ? [notice] : []);
      return true;
    });
  }

  async expire(now: number): Promise<number> {
    const over = (knex: Knex) =>
      knex<WaiverRow>('waivers')
        .whereIn('state', openStates)
        .andWhere('until_day', '<', dayOf(now));
    const any = await over(this.#knex).first('id');
    // A write makes every kept answer out of date: none without need.
    if (!any && !(await areWaivedCellsWrong(this.#knex))) return 0;
    return inWriteTransaction(this.#knex, async tx => {
      const expired = await over(tx).update({
        state: 'expired',
        version: tx.raw('version + 1'),
      });
      await reconcileWaivedCells(tx, now);
      return expired;
    });
  }

  #filtered({ groups, states, kpi, decidable }: WaiverFilter) {
    const query = this.#rows();
    if (groups) query.whereIn('grp', [...groups]);
    if (states) query.whereIn('state', [...states]);
    if (kpi) query.where({ kpi });
    if (decidable) {
      const { caller, unless } = decidable;
      query
        .where('state', 'requested')
        .whereNot('requested_by', caller)
        .andWhere(may => {
          may.whereIn('grp', [...decidable.groups]);
          for (const [requester, theirs] of unless) {
            may.orWhere(own =>
              own.where('requested_by', requester).whereIn('grp', [...theirs]),
            );
          }
        });
    }
    return query;
  }

  #rows() {
    return this.#knex<WaiverRow>('waivers');
  }
}

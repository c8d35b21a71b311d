import type { Knex } from 'knex';
import type { BigIntColumn } from './rows';
import type { Notice } from '../domain/notices';
import type { ClaimedNotice, NoticeStore } from './NoticeStore';

interface NoticeRow {
  id: string;
  recipients: string;
  payload: string;
  created_at: BigIntColumn;
  next_at: BigIntColumn | null;
  attempts: number;
  sent_at: BigIntColumn | null;
  problem: string | null;
}

const toNotice = (row: NoticeRow): ClaimedNotice => ({
  id: row.id,
  recipients: JSON.parse(row.recipients),
  payload: JSON.parse(row.payload),
  createdAt: Number(row.created_at),
  attempts: row.attempts,
});

/** Writes notices in the transaction of what they tell about. */
export async function addNotices(
  knex: Knex,
  notices: readonly Notice[],
): Promise<void> {
  const told = notices.filter(({ recipients }) => recipients.length > 0);
  if (told.length === 0) return;
  await knex<NoticeRow>('notices')
    .insert(
      told.map(({ id, recipients, payload, createdAt }) => ({
        id,
        recipients: JSON.stringify(recipients),
        payload: JSON.stringify(payload),
        created_at: createdAt,
        next_at: createdAt,
        attempts: 0,
      })),
    )
    .onConflict('id')
    .ignore();
}

export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(notices: readonly Notice[]): Promise<void> {
    await addNotices(this.#knex, notices);
  }

  async claim(options: {
    now: number;
    leaseMs: number;
    limit: number;
  }): Promise<ClaimedNotice[]> {
    const { now, leaseMs, limit } = options;
    // Another replica may have taken one since it was selected: PostgreSQL looks at `next_at` again.
    const rows = await this.#rows()
      .whereIn(
        'id',
        this.#rows()
          .select('id')
          .where('next_at', '<=', now)
          .orderBy(['next_at', 'id'])
          .limit(limit),
      )
      .andWhere('next_at', '<=', now)
      .update({
        next_at: now + leaseMs,
        attempts: this.#knex.raw('attempts + 1'),
      })
      .returning('*');
    return rows
      .map(toNotice)
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  }

  async sent(id: string, now: number): Promise<void> {
    await this.#rows()
      .where({ id })
      .update({ next_at: null, sent_at: now, problem: null });
  }

  async failed(
    id: string,
    again: { at: number | undefined; problem: string },
  ): Promise<void> {
    await this.#rows()
      .where({ id })
      .update({ next_at: again.at ?? null, problem: again.problem });
  }

  async prune(before: number): Promise<void> {
    await this.#rows().where('created_at', '<', before).delete();
  }

  #rows() {
    return this.#knex<NoticeRow>('notices');
  }
}

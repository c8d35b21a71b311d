import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { ChangeStore, StoredChange } from './ChangeStore';
import { fromVerdict } from './rows';

const columns = {
  kpi: 'text',
  entity: 'text',
  grp: 'text',
  from_verdict: 'integer',
  to_verdict: 'integer',
  text: 'text',
  target: 'text',
  reason: 'text',
  at: 'integer',
  source: 'text',
} as const;
const names = Object.keys(columns).join(', ');

export class DatabaseChangeStore implements ChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(changes: readonly StoredChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns,
      rows: changes.map(({ group, from, to, ...change }) => ({
        ...change,
        grp: group,
        from_verdict: fromVerdict(from),
        to_verdict: fromVerdict(to),
      })),
    });
    await this.#knex.raw(
      `insert into changes (${names}) select ${names} from ?`,
      [rows],
    );
  }
}

import { TestDatabases } from '@backstage/backend-test-utils';
import { errorBudgetSchema } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { sharedTables } from '../__testUtils__/tables';
import {
  cell,
  definitionsOf,
  directory,
  groupRef,
  kpi,
} from '../__testUtils__/work';
import { DatabaseBudgetStore } from '../database/DatabaseBudgetStore';
import { DatabaseCellReadStore } from '../database/DatabaseCellReadStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { dayOf } from '../domain/day';
import { BudgetQueries } from './BudgetQueries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const now = Date.parse('2026-11-28T09:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe.each(databases.eachSupportedId())('BudgetQueries on %s', id => {
  let knex: Knex;
  let verdicts: DatabaseVerdicts;
  let queries: BudgetQueries;

  async function sampled(
    entity: string,
    ago: number,
    bad: number,
    total: number,
  ) {
    const key = { kpi: 'uptime', entity: groupRef(entity) };
    const parts = { sum: bad, count: total, min: bad, max: bad };
    const at = now - ago;
    await verdicts.write(({ samples }) =>
      samples.put([{ ...key, at, ...parts, source: 'push', receivedAt: at }]),
    );
    await knex('daily')
      .insert({ ...key, ...parts, day: dayOf(at), at, verdict: 0 })
      .onConflict(['kpi', 'entity', 'day'])
      .merge({
        sum: knex.raw('daily.sum + ?', [bad]),
        count: knex.raw('daily.count + ?', [total]),
      });
  }

  beforeEach(async () => {
    knex = await tables(id);
    verdicts = new DatabaseVerdicts(knex);
    await verdicts.write(({ cells }) =>
      cells.put(
        ['uptime', 'slow', 'free', 'exact'].flatMap(each => [
          cell(each, 'squad'),
          cell(each, 'other'),
        ]),
      ),
    );
    queries = new BudgetQueries({
      budgets: new DatabaseBudgetStore(knex),
      cells: new DatabaseCellReadStore(knex),
      definitions: definitionsOf(
        kpi('uptime'),
        kpi('slow', { cadenceSeconds: 3_600 }),
        kpi('free', { errorBudgetDays: undefined }),
        kpi('exact', {
          targets: [{ op: '=', value: '100', unit: '%', text: '= 100%' }],
        }),
      ),
      directory,
      now: () => new Date(now),
    });
  });

  it('answers what is left, how fast it burns and how it went', async () => {
    await sampled('squad', minute, 30, 100);
    await sampled('squad', 20 * minute, 10, 100);
    await sampled('squad', 10 * hour, 0, 3_800);
    await sampled('squad', 29 * day, 0, 1_000);
    await sampled('squad', 30 * day, 900, 1_000);
    await sampled('other', minute, 900, 1_000);
    const budget = errorBudgetSchema.parse(await queries.get('uptime'));
    expect(budget).toMatchObject({
      kpi: 'uptime',
      title: 'KPI uptime',
      entity: { ref: groupRef('squad'), title: 'Squad' },
      target: '>= 99%',
      days: 30,
      bad: 40,
      total: 5_000,
    });
    expect(budget.allowed).toBeCloseTo(0.01, 12);
    expect(budget.left).toBeCloseTo(0.2, 9);
    const [fast, middle, slow] = budget.windows;
    expect(fast).toMatchObject({ pair: '1h/5m', burning: true });
    expect(fast.short).toBeCloseTo(30, 9);
    expect(fast.long).toBeCloseTo(20, 9);
    expect(middle).toMatchObject({ pair: '6h/30m', burning: true });
    expect(slow.long).toBeCloseTo(1, 9);
    expect(budget.burnDown).toHaveLength(30);
    expect(budget.burnDown[0]).toEqual({ day: '2026-10-30', left: 1 });
    const last = budget.burnDown.at(-1);
    expect(last?.day).toBe('2026-11-28');
    expect(last?.left).toBeCloseTo(0.2, 9);
  });

  it('ends its windows now: what is a moment older is not in them', async () => {
    await sampled('squad', 5 * minute, 9, 9);
    await sampled('squad', 5 * minute - 1, 1, 10);
    const { windows } = await queries.get('uptime');
    expect(windows[0].short).toBeCloseTo(10, 9);
  });

  it('adds up what is below a group that has none of its own', async () => {
    await sampled('squad', hour, 1, 100);
    await sampled('other', hour, 3, 300);
    const { entity, bad, total } = await queries.get('uptime', 'division');
    expect([entity.title, bad, total]).toEqual(['division', 4, 400]);
    const own = await queries.get('uptime', 'group:default/other');
    expect(own.bad).toBe(3);
  });

  it('says why there is no rate', async () => {
    const empty = await queries.get('uptime');
    expect(empty.left).toBeUndefined();
    expect(empty.windows.map(({ hidden }) => hidden)).toEqual([
      'No events in the last 1 h.',
      'No events in the last 6 h.',
      'No events in the last 3 d.',
    ]);
    expect(empty.burnDown.every(({ left }) => left === null)).toBe(true);
    const slow = await queries.get('slow');
    expect(slow.windows[0].hidden).toContain('too seldom');
    const exact = await queries.get('exact');
    expect(exact.allowed).toBe(0);
    expect(exact.windows[0].hidden).toContain('allows no bad events');
  });

  it.each([
    [['free'], 'InputError', '"free" has no error budget'],
    [['gone'], 'NotFoundError', 'There is no KPI "gone"'],
    [['uptime', 'nobody'], 'NotFoundError', 'no group or component "nobody"'],
    [['uptime', 'far'], 'NotFoundError', 'Neither group:default/far nor'],
  ])('refuses %j with %s', async ([of, entity], name, message) => {
    await expect(queries.get(of, entity)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('costs as many statements for many entities as for few', async () => {
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const cost = async () => {
      statements = 0;
      await queries.get('uptime', 'company');
      return statements;
    };
    const before = await cost();
    const many = Array.from({ length: 50 }, (_, i) =>
      cell('uptime', 'squad', { entity: `component:default/c-${i}` }),
    );
    await verdicts.write(({ cells }) => cells.put(many));
    expect(await cost()).toBe(before);
    expect(before).toBe(4);
  });
});

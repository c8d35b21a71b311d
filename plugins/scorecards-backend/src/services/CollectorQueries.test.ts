import { TestDatabases } from '@backstage/backend-test-utils';
import type { RunState } from '@squadron/plugin-scorecards-common';
import { z } from 'zod/v3';
import { kpi } from '../__testUtils__/kpi';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { CollectorQueries } from './CollectorQueries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

const toaster = {
  id: 'toast',
  type: 'toast',
  title: 'Toaster',
  everySeconds: 60,
  timeoutSeconds: 60,
  schema: z.object({}),
  async *collect() {},
};
const toast = kpi('a', { source: { type: 'toast', text: 'x' } });

describe.each(databases.eachSupportedId())('CollectorQueries on %s', id => {
  let runs: DatabaseRunStore;

  beforeEach(async () => {
    runs = new DatabaseRunStore(await tables(id));
  });

  async function ended(state: RunState, n = 1) {
    const run = {
      id: `00000000-0000-4000-8000-00000000000${n}`,
      collector: toaster.id,
      state: 'running' as const,
      trigger: 'schedule',
      startedAt: n,
      attempts: 1,
      kpis: 1,
      answered: 0,
      accepted: 0,
      rejected: 0,
      problems: [],
    };
    await runs.begin(run, n + 1);
    if (state === 'running') return;
    await runs.finish({ ...run, state, finishedAt: n + 1 });
  }

  async function health(kpis = [toast]) {
    const { items } = await new CollectorQueries({
      collectors: [toaster],
      definitions: { get: async () => ({ kpis, byId: new Map(), hash: '' }) },
      runs,
    }).collectors();
    return items[0].health;
  }

  it.each([
    ['ok', 'ok'],
    ['partial', 'partial'],
    ['failed', 'failing'],
    ['skipped', 'skipped'],
    ['running', 'waiting'],
  ] as const)('tells of a last run that is %s: %s', async (state, expected) => {
    await ended(state);
    expect(await health()).toBe(expected);
  });

  it('goes by the last run that ended while another one runs', async () => {
    await ended('skipped', 1);
    await ended('running', 2);
    expect(await health()).toBe('skipped');
  });

  it('is idle without KPIs, whatever it did before', async () => {
    await ended('failed');
    expect(await health([])).toBe('idle');
  });
});

import {
  TestBackend,
  TestDatabases,
  mockCredentials,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { squadKpi, startScorecards } from '../__testUtils__/backend';
import { companyOf, putCells } from '../__testUtils__/read';
import { openTables } from '../__testUtils__/tables';
import { cell, groupRef } from '../__testUtils__/work';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('actions', () => {
  let backend: TestBackend;

  const invoke = async (action: string, input: object) => {
    const { body } = await request(backend.server)
      .post(
        `/api/scorecards/.backstage/actions/v2/actions/scorecards:${action}/invoke`,
      )
      .set('Authorization', mockCredentials.user.header('user:default/ann'))
      .send({ input });
    return body;
  };

  beforeAll(async () => {
    const knex = await openTables(databases, 'SQLITE_3');
    const fields = { category: 'quality' } as const;
    await putCells(knex, [
      cell('uptime', 'squad-0', fields),
      cell('uptime', 'squad-1', { ...fields, verdict: 'met', points: 1 }),
    ]);
    ({ backend } = await startScorecards({
      knex,
      tree: companyOf(2),
      kpis: [squadKpi('uptime')],
    }));
  }, 60_000);

  afterAll(async () => {
    await backend?.stop();
  });

  it('get-scorecard tells how a group stands', async () => {
    const { output } = await invoke('get-scorecard', { entity: 'squad-1' });
    expect(output).toMatchObject({ ref: groupRef('squad-1') });
  });

  it('list-missed lists what is missed in a part of the tree', async () => {
    const { output } = await invoke('list-missed', { group: 'company' });
    expect(output.items).toMatchObject([
      { entity: groupRef('squad-0'), status: 'missed' },
    ]);
    const none = await invoke('list-missed', { group: 'squad-1' });
    expect(none.output.items).toEqual([]);
  });

  it('explain-verdict says why, and by which definition', async () => {
    const input = { kpi: 'uptime', entity: 'squad-0' };
    const { output } = await invoke('explain-verdict', input);
    expect(output).toMatchObject({
      cell: { reason: '98 % does not meet >= 99%' },
      kpi: { id: 'uptime', document: { title: 'Test' } },
    });
  });

  it('explain-verdict suggests the KPI that may be meant', async () => {
    const { error } = await invoke('explain-verdict', {
      kpi: 'uptim',
      entity: 'squad-0',
    });
    expect(error.message).toMatch('did you mean uptime?');
  });
});

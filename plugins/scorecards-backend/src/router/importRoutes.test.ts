import { TestBackend, TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { squadKpi, startScorecards } from '../__testUtils__/backend';
import { group } from '../__testUtils__/records';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('a', { parent: 'company' }),
  ],
  people: [],
});
const bob = 'user:default/bob';

describe('the routes of imports', () => {
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startScorecards>>['send'];
  let path: string;

  beforeAll(async () => {
    ({ backend, send } = await startScorecards({
      knex: await databases.init('SQLITE_3'),
      tree,
      kpis: [squadKpi('quality')],
    }));
    const { body } = await send('post', '/imports').send({ name: 'a.csv' });
    path = `/imports/${body.id}`;
    const text = 'kpi,entity,at,value\nquality,a,2026-11-28T10:00:00Z,70\n';
    await send('put', `${path}/parts/0`).send({ text });
  }, 60_000);

  afterAll(async () => {
    await backend?.stop();
  });

  it.each([
    ['get', '', undefined],
    ['put', '/parts/1', { text: 'x' }],
    ['post', '/check', undefined],
    ['post', '/run', undefined],
    ['delete', '', undefined],
  ] as const)(
    'have nothing for others than who began it: %s %s',
    async (method, below, body) => {
      const answer = await send(method, `${path}${below}`, bob).send(body);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('There is no import');
      expect(answer.text).not.toContain('ann');
    },
  );

  it('leave the import to who began it', async () => {
    const { status, body } = await send('get', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ createdBy: 'user:default/ann' });
    expect(body.state).toBe('uploading');
    expect((await send('delete', path)).status).toBeLessThan(300);
  });
});

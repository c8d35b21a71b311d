import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { squadKpi, startScorecards } from '../__testUtils__/backend';
import { startHttpServer } from '../__testUtils__/httpServer';
import { group } from '../__testUtils__/records';
import { sample } from './sample';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('a', { parent: 'company' }),
  ],
  people: [],
});

describe('npm run sample', () => {
  let knex: Knex;
  let stop: () => Promise<void>;
  let output: string[];
  let access: string[];

  const say = (text: string) => output.push(text);
  const command = (...args: string[]) =>
    sample(args, { cwd: '.', out: say, err: say });

  beforeEach(async () => {
    output = [];
    knex = await databases.init('SQLITE_3');
    const { backend } = await startScorecards({
      knex,
      kpis: [squadKpi('calm')],
      tree,
    });
    stop = () => backend.stop();
    const token = mockCredentials.user.token();
    const url = `http://localhost:${backend.server.port()}/`;
    access = ['--url', url, '--token', token];
  });
  afterEach(() => stop());

  it('removes what there is and says how much it was', async () => {
    await knex('samples').insert({
      kpi: 'calm',
      entity: 'group:default/a',
      at: Date.now(),
      sum: 1,
      count: 1,
      min: 1,
      max: 1,
      source: 'sample',
      received_at: 0,
    });
    expect(await command('--remove', ...access)).toBe(0);
    expect(output).toEqual([
      'Removed 1 sample, 0 waivers and 0 campaigns. They do not come back by themselves.',
    ]);
    expect(await knex('samples')).toEqual([]);
  });

  it('tells what the portal says when it refuses', async () => {
    expect(await command('--add', ...access)).toBe(1);
    expect(output).toEqual([
      expect.stringMatching(
        /^The portal at http:\/\/localhost:\d+ refuses: .*set squadron\.sampleData to true/,
      ),
    ]);
  });

  it('says how to call it', async () => {
    expect(await command('--remove', '--all')).toBe(2);
    expect(output[0]).toContain('npm run sample -- --remove takes');
  });

  it('says when no portal answers', async () => {
    const gone = await startHttpServer(() => {});
    await gone.stop();
    const there = ['--url', gone.url, '--token', 'any'];
    expect(await command('--add', ...there)).toBe(1);
    expect(output[0]).toMatch(/^No portal answers at http:.*ECONNREFUSED/);
  });
});

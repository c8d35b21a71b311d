import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kpiJsonSchema } from '@squadron/plugin-scorecards-node';
import { run } from './run';

const org = `company:
  title: Acme
  lead: { name: ceo, title: CEO }
`;

const kpis = `document: Charter
kpis:
  - id: calm
    title: Calm
    text: Calm ≥ 99%
    owner: company
    category: quality
    kind: ratio
    every: 1 d
    onNoData: bad
    source: push
    target: '>= 99%'
`;

describe('npm run org, as far as KPIs go', () => {
  let cwd: string;
  let output: string[];

  const write = async (path: string, text: string) => {
    await mkdir(join(cwd, 'catalog-info', path, '..'), { recursive: true });
    await writeFile(join(cwd, 'catalog-info', path), text);
  };

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'kpi-cli-'));
    output = [];
    await write('org/org.yaml', org);
  });
  afterEach(async () => {
    await rm(cwd, { recursive: true });
  });

  const say = (text: string) => output.push(text);
  const command = (...args: string[]) => run(args, { cwd, out: say, err: say });

  it.each(['lint', 'schema'])('has nothing to %s without KPIs', async name => {
    expect(await command(name)).toBe(0);
    expect(output).toEqual([]);
  });

  it('says what good scorecards have', async () => {
    await write('scorecards/all.yaml', kpis);
    expect(await command('lint')).toBe(0);
    expect(output).toEqual([
      'The scorecards are good: 1 KPI, 0 of them without a target; 0 warnings',
    ]);
  });

  it('prints what is wrong, also with groups that the organization lacks', async () => {
    await write(
      'scorecards/all.yaml',
      kpis.replace('owner: company', 'owner: compny'),
    );
    expect(await command('lint')).toBe(1);
    expect(output).toEqual([
      'catalog-info/scorecards/all.yaml:6:12 error calm: there is no group "compny" — write company',
      '1 error, 0 warnings',
    ]);
  });

  it('leaves groups alone while the organization itself is wrong', async () => {
    await write('org/org.yaml', 'company: 7');
    await write('scorecards/all.yaml', kpis);
    expect(await command('lint')).toBe(0);
  });

  it('says whether the schema for editors is up to date', async () => {
    await write('scorecards/all.yaml', kpis);
    expect(await command('schema', '--check')).toBe(1);
    await write(
      'scorecards/scorecards.schema.json',
      JSON.stringify(kpiJsonSchema()),
    );
    expect(await command('schema', '--check')).toBe(0);
    expect(output).toEqual([
      'catalog-info/scorecards/scorecards.schema.json is out of date: run "npm run org -- schema"',
      'catalog-info/scorecards/scorecards.schema.json is up to date',
    ]);
  });

  it('explains itself', async () => {
    expect(await command('destroy')).toBe(2);
    expect(output.join()).toContain('There is no command "destroy"');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKpiLoader, loadKpis } from './loadKpis';

const kpi = `document: Charter
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

describe('a folder of KPIs', () => {
  let directory: string;

  const write = (text: string, file = 'a.yaml') =>
    writeFile(join(directory, file), text);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kpis-'));
    await write(kpi);
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('is read with the names of its files', async () => {
    const { kpis } = await loadKpis({ directory, label: 'scorecards/' });
    expect(kpis).toMatchObject([{ id: 'calm', place: 'scorecards/a.yaml:3' }]);
  });

  it('has no KPI while one of its files is bad', async () => {
    await write('kpis: 7', 'b.yaml');
    const { kpis, problems } = await loadKpis({ directory });
    expect(kpis).toEqual([]);
    expect(problems).toMatchObject([{ file: 'b.yaml', line: 1 }]);
  });

  it('must be there', async () => {
    const { kpis, problems } = await loadKpis({ directory: '/nowhere' });
    expect(kpis).toEqual([]);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('it does not exist') },
    ]);
  });

  it('is compiled again when a file has changed, and only then', async () => {
    const load = createKpiLoader({ directory });
    const first = await load();
    expect(await load()).toBe(first);
    await write(kpi.replace("'>= 99%'", "'>= 98%'"));
    const second = await load();
    expect(second.kpis[0].targets).toMatchObject([{ text: '>= 98%' }]);
    await write(kpi.replaceAll('calm', 'calmer'), 'b.yaml');
    expect((await load()).kpis.map(({ id }) => id)).toEqual(['calm', 'calmer']);
  });
});

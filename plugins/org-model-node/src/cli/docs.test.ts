import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { orgProcess } from '../__testUtils__/cliProcess';
import { inRepository } from '../__testUtils__/organization';

jest.setTimeout(60_000);

const org = `company:
  title: Acme
  lead: { name: ceo, title: CEO }
divisions:
  - code: 1A
    title: Ground
    squads:
      - { code: A-1, title: Rails }
      - { code: A-2, title: Wagons }
`;

describe('npm run org -- docs', () => {
  let cwd: string;

  const read = (file: string) => readFile(join(cwd, file), 'utf8');
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), text);
  };
  const docs = async (...args: string[]) => orgProcess(cwd, 'docs', ...args);

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'org-docs-'));
    await write('catalog-info/org/org.yaml', org);
  });
  afterEach(async () => {
    await rm(cwd, { recursive: true });
  });

  it('writes a site for each squad and is content afterwards', async () => {
    expect(await docs()).toEqual({
      code: 0,
      printed: [
        'Wrote docs/squads/squad-a-1/mkdocs.yml',
        'Wrote docs/squads/squad-a-1/docs/index.md',
        'Wrote docs/squads/squad-a-2/mkdocs.yml',
        'Wrote docs/squads/squad-a-2/docs/index.md',
        '2 pages, 4 files out of date before\n',
      ].join('\n'),
    });
    expect(await read('docs/squads/squad-a-1/mkdocs.yml')).toBe(
      'site_name: A-1 Rails\ndocs_dir: docs\nplugins:\n  - techdocs-core\n',
    );
    expect(await docs('--check')).toEqual({
      code: 0,
      printed: '2 pages, 0 files out of date before\n',
    });
  });

  it('keeps what the squad wrote, and says which pages are out of date or of no group', async () => {
    await docs();
    await write('docs/squads/squad-a-1/mkdocs.yml', 'site_name: Ours\n');
    await write('docs/squads/squad-a-2/docs/runbook.md', '# Ours\n');
    await write('docs/squads/guests/docs/index.md', '# Guests\n');
    await write(
      'catalog-info/org/org.yaml',
      org.replace('Rails', 'Tracks').replace(/.*A-2.*\n/, ''),
    );
    const { code, printed } = await docs('--check');
    expect(code).toBe(1);
    expect(printed.split('\n')).toEqual(
      expect.arrayContaining([
        'docs/squads/squad-a-1/docs/index.md is out of date: run "npm run org -- docs"',
        'docs/squads/squad-a-2/docs/index.md belongs to no group: run "npm run org -- docs"',
        '1 page, 2 files out of date before',
      ]),
    );
    expect(await docs()).toEqual({
      code: 0,
      printed:
        'Wrote docs/squads/squad-a-1/docs/index.md\nDeleted docs/squads/squad-a-2/docs/index.md\n1 page, 2 files out of date before\n',
    });
    expect(await read('docs/squads/squad-a-1/docs/index.md')).toContain(
      '\n# A-1 Tracks\n',
    );
    expect(await read('docs/squads/squad-a-1/mkdocs.yml')).toBe(
      'site_name: Ours\n',
    );
    expect(await read('docs/squads/squad-a-2/docs/runbook.md')).toBe(
      '# Ours\n',
    );
    expect(await read('docs/squads/guests/docs/index.md')).toBe('# Guests\n');
  });

  it('writes over no page that it did not make', async () => {
    await write('docs/squads/squad-a-1/docs/index.md', '# By hand\n');
    expect(await docs()).toEqual({
      code: 1,
      printed:
        'docs/squads/squad-a-1/docs/index.md is not generated, and "npm run org -- docs" would write over it: give it another name.\n',
    });
  });

  it('finds the pages of this repository up to date', async () => {
    expect(
      await orgProcess(inRepository('.'), 'docs', '--check'),
    ).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^\d+ pages, 0 files out of date/),
    });
  });
});

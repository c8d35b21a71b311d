import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../__testUtils__/teams';
import { loadDefinitions } from './loadDefinitions';
import { formatProblem } from './problems';

describe('loadDefinitions', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'definitions-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  const load = () => loadDefinitions({ directory, schema });
  const write = (name: string, content: string | Buffer) =>
    writeFile(join(directory, name), content);

  it('reads the YAML files of a folder by name and nothing else', async () => {
    await write('b.yml', 'teams: []\n');
    await write('a.yaml', 'teams: []\n');
    await write('org.schema.json', '{');
    await write('.hidden.yaml', '{');
    const { files, problems } = await load();
    expect(problems).toEqual([]);
    expect(files.map(({ file }) => file)).toEqual(['a.yaml', 'b.yml']);
  });

  it('refuses a file of 10 MB without reading it', async () => {
    await write('big.yaml', Buffer.alloc(10 * 1024 * 1024, '#'));
    expect((await load()).problems.map(formatProblem)).toEqual([
      'big.yaml error the file has 10 MB, more than the 1 MB that a definition may have — split it into several files',
    ]);
  });

  it('refuses a file that is not UTF-8 and says where', async () => {
    await write('latin.yaml', Buffer.from('teams: []\n# caf\xe9\n', 'latin1'));
    expect((await load()).problems.map(formatProblem)).toEqual([
      'latin.yaml:2:6 error the file is not UTF-8 — save it as UTF-8',
    ]);
  });

  it('says that a folder is missing or empty', async () => {
    expect((await load()).problems).toEqual([
      expect.objectContaining({
        message: 'the folder of definitions holds no *.yaml file',
      }),
    ]);
    const missing = join(directory, 'missing');
    const { problems } = await loadDefinitions({ directory: missing, schema });
    expect(problems).toEqual([
      expect.objectContaining({
        message: `the folder of definitions ${missing} cannot be read: it does not exist`,
      }),
    ]);
  });

  it('changes the hash with every byte, and only then', async () => {
    await write('a.yaml', 'teams: []\n');
    const { hash } = await load();
    expect((await load()).hash).toBe(hash);
    await write('a.yaml', 'teams: [ ]\n');
    expect((await load()).hash).not.toBe(hash);
  });
});

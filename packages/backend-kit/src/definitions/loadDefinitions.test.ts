import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod/v3';
import { loadDefinitions, parseDefinitions } from './loadDefinitions';
import { formatProblem } from './problems';

const schema = z
  .object({
    teams: z
      .array(
        z
          .object({
            code: z.string().regex(/^\S+$/, 'a code has no spaces'),
            title: z.string(),
            state: z.enum(['planned', 'active']).default('active'),
            lead: z
              .union([
                z.string(),
                z.object({ name: z.string(), since: z.string() }).strict(),
              ])
              .optional(),
            outputs: z.array(z.string()).default([]),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();

function faults(text: string): string[] {
  return parseDefinitions([{ file: 'a.yaml', text }], schema).problems.map(
    formatProblem,
  );
}

describe('parseDefinitions', () => {
  it('gives the value and the place of each part', () => {
    const text =
      'teams:\n  - code: A-1\n    title: One\n    outputs: [x,\n      y]\n';
    const { files, problems } = parseDefinitions(
      [{ file: 'a.yaml', text }],
      schema,
    );
    expect(problems).toEqual([]);
    const [{ value, at }] = files;
    expect(value.teams[0]).toMatchObject({ code: 'A-1', state: 'active' });
    expect(at(['teams', 0])).toEqual({ line: 2, column: 5 });
    expect(at(['teams', 0, 'title'])).toEqual({ line: 3, column: 12 });
    expect(at(['teams', 0, 'outputs'])).toEqual({ line: 4, column: 5 });
    expect(at(['teams', 0, 'outputs', 1])).toEqual({ line: 5, column: 7 });
    expect(at(['teams', 0, 'mission'])).toEqual({ line: 2, column: 5 });
    expect(at([])).toEqual({ line: 1, column: 1 });
  });

  it.each([
    [
      'invalid YAML',
      'teams:\n  - code: "A-1\n',
      /^a\.yaml:3:1 error invalid YAML: .+ — look at the indentation/,
    ],
    [
      'a tab',
      'teams:\n\t- code: A-1\n',
      /^a\.yaml:2:1 error a tab indents this line — indent with spaces/,
    ],
    [
      'a field written twice',
      'teams: []\nteams: []\n',
      /^a\.yaml:2:1 error the same field stands here twice — keep one/,
    ],
    [
      'several documents',
      'teams: []\n---\nteams: []\n',
      /^a\.yaml:2:1 error the file holds several YAML documents — put each/,
    ],
    ['nothing', '', /^a\.yaml:1:1 error the file is empty — write at least/],
    [
      'nothing but comments',
      '# later\n',
      /^a\.yaml:1:1 error the file is empty/,
    ],
    [
      'an unknown alias',
      'teams: *crew\n',
      /^a\.yaml:1:8 error the alias "\*crew" stands for nothing above it — mark/,
    ],
    [
      'an unknown tag',
      'teams: !crew []\n',
      /^a\.yaml:1:8 error invalid YAML: Unresolved tag: !crew — put text/,
    ],
    [
      'a misspelt field',
      'teams:\n  - code: A-1\n    titel: One\n    title: One\n',
      /^a\.yaml:3:5 error A-1: unknown field "titel" — write "title"$/,
    ],
    [
      'a field that is like no other',
      'teams: []\nsquads: []\n',
      /^a\.yaml:2:1 error unknown field "squads" — take it out; the fields here are teams$/,
    ],
    [
      'a missing field',
      'teams:\n  - code: A-1\n',
      /^a\.yaml:2:5 error A-1: "title" is missing — add it: text$/,
    ],
    [
      'a number for text',
      'teams:\n  - code: 1\n    title: One\n',
      /^a\.yaml:2:11 error "code" must be text, and here is a number — put it in quotes: "1"$/,
    ],
    [
      'text for a list',
      'teams:\n  - code: A-1\n    title: One\n    outputs: x\n',
      /^a\.yaml:4:14 error A-1: "outputs" must be a list, and here is text — put each item/,
    ],
    [
      'a field without a value',
      'teams:\n  - code: A-1\n    title:\n',
      /^a\.yaml:3:11 error A-1: "title" has no value — write text, or take the line out$/,
    ],
    [
      'a misspelt choice',
      'teams:\n  - code: A-1\n    title: One\n    state: activ\n',
      /^a\.yaml:4:12 error A-1: "state" cannot be "activ" — write active, or another of planned, active$/,
    ],
    [
      'a value against a rule',
      'teams:\n  - code: A 1\n    title: One\n',
      /^a\.yaml:2:11 error A 1: "code" cannot be "A 1" — a code has no spaces$/,
    ],
    [
      'a fault inside a choice of shapes',
      'teams:\n  - code: A-1\n    title: One\n    lead: { name: x, sinc: y, since: z }\n',
      /^a\.yaml:4:22 error x: unknown field "sinc" — write "since"$/,
    ],
    [
      'a list at the top',
      '- 1\n',
      /^a\.yaml:1:1 error the file must be a group/,
    ],
  ])('names the place of %s and what to write instead', (_, text, expected) => {
    expect(faults(text).join('\n')).toMatch(expected);
  });

  it('refuses aliases that multiply', () => {
    const levels = Array.from('bcdefghij').map((name, index) => {
      const before = `*${'abcdefghij'[index]}`;
      return `${name}: &${name} [${Array(10).fill(before).join(', ')}]`;
    });
    expect(faults(['a: &a [x]', ...levels].join('\n'))).toEqual([
      expect.stringContaining('the aliases of this file multiply without end'),
    ]);
  });

  it('refuses a file that is nested too deeply', () => {
    expect(faults('['.repeat(100_000)).join('\n')).toMatch(
      /^a\.yaml:1:\d+ error the file is nested too deeply — flatten/,
    );
  });

  it('follows aliases to the part that they stand for', () => {
    const text = 'teams:\n  - &one { code: A-1, title: 1 }\n  - *one\n';
    expect(faults(text)).toEqual([
      expect.stringContaining('a.yaml:2:30 error A-1: "title" must be text'),
      expect.stringContaining('a.yaml:2:30 error A-1: "title" must be text'),
    ]);
  });

  it('reports every fault of every file in the order of reading', () => {
    const { problems } = parseDefinitions(
      [
        { file: 'b.yaml', text: 'teams: 1\nsquads: 2\n' },
        { file: 'a.yaml', text: 'units: 3\n' },
      ],
      schema,
    );
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'a.yaml:1',
      'b.yaml:1',
      'b.yaml:2',
    ]);
  });

  it('answers any text with a value or with problems that have a place', () => {
    const yamlish = fc
      .array(
        fc.constantFrom(
          'teams:',
          '- ',
          '  ',
          'code: A',
          '\n',
          '[',
          '{',
          '*a',
          '&a ',
          '"',
          ':',
          '#',
          '!',
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish), text => {
        const { files, problems } = parseDefinitions(
          [{ file: 'a.yaml', text }],
          schema,
        );
        expect(files.length === 1).toBe(problems.length === 0);
        const lines = text.split('\n').length;
        const lost = problems.filter(
          ({ line }) => !line || line < 1 || line > lines,
        );
        expect(lost).toEqual([]);
      }),
    );
  });

  it('lists at most a hundred faults of one file', () => {
    const text = Array.from({ length: 150 }, (_, i) => `x${i}: 1`).join('\n');
    const messages = faults(text);
    expect(messages).toHaveLength(101);
    expect(messages.join()).toContain('50 more problems in this file');
  });
});

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

import fc from 'fast-check';
import { schema } from '../__testUtils__/teams';
import { parseDefinitions } from './loadDefinitions';
import { formatProblem } from './problems';

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

import { formatProblem, parseDefinitions } from '@squadron/backend-kit';
import { compileChecklists } from './compileChecklists';
import { checklistFileSchema } from './schema';

const known = new Set([
  'user:default/ciso',
  'user:default/lead-e-2',
  'group:default/squad-e-2',
]);

function compile(...texts: string[]) {
  const { files, problems } = parseDefinitions(
    texts.map((text, at) => ({ file: `list-${at + 1}.yaml`, text })),
    checklistFileSchema,
  );
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join());
  return compileChecklists(files, known);
}

const problemsOf = (...texts: string[]) =>
  compile(...texts).problems.map(formatProblem);

const list = (...items: string[]) =>
  ['id: sre', 'title: SRE', 'for: [sre]', 'week:', ...items].join('\n');

describe('compileChecklists', () => {
  it('reads what each item asks for, phase by phase', () => {
    const { checklists, problems } = compile(
      [
        'id: sre',
        'title: SRE',
        'for: [sre, engineer]',
        'month:',
        '  - { id: path, title: Take a golden path, create: /create }',
        'day:',
        '  - { id: docs, title: Read, why: It helps, read: group-docs }',
        '  - { id: lead, title: Meet, meet: lead, link: /org }',
        '  - { id: ciso, title: Meet, meet: ciso }',
        '  - { id: sso, title: Get in, access: squad-e-2 }',
        '  - { id: sit, title: Sit down }',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(checklists).toMatchObject([
      { id: 'sre', title: 'SRE', roles: ['sre', 'engineer'] },
    ]);
    expect(
      checklists[0].items.map(({ id, phase, task }) => [id, phase, task]),
    ).toEqual([
      ['docs', 'day', { kind: 'read', link: 'group-docs' }],
      ['lead', 'day', { kind: 'meet', whom: 'lead', link: '/org' }],
      ['ciso', 'day', { kind: 'meet', whom: 'user:default/ciso' }],
      ['sso', 'day', { kind: 'access', from: 'group:default/squad-e-2' }],
      ['sit', 'day', { kind: 'do' }],
      ['path', 'month', { kind: 'create', link: '/create' }],
    ]);
    expect(checklists[0].items[0].why).toBe('It helps');
  });

  it('puts what is for everyone first', () => {
    const { checklists } = compile(
      list('  - { id: sit, title: Sit down }'),
      'id: all\ntitle: Everyone\nfor: [everyone]',
    );
    expect(checklists.map(({ id }) => id)).toEqual(['all', 'sre']);
  });

  it('wants ids that stand once in all files, since a tick names nothing else', () => {
    const item = '  - { id: sit, title: Sit down }';
    expect(problemsOf(list(item), list(item))).toEqual([
      'list-2.yaml:1:5 error the checklist "sre" is there already, at list-1.yaml:1 — give one of the two another id',
      'list-2.yaml:5:11 error the item "sit" is there already, at list-1.yaml:5 — give one of the two another id',
    ]);
  });

  it.each([
    [
      '  - { id: a, title: A, read: /docs, meet: lead }',
      'list-1.yaml:5:37 error a: it asks for two things, "read" and "meet" — make an item of its own of "meet"',
    ],
    [
      '  - { id: a, title: A, create: /create, link: /org }',
      'list-1.yaml:5:41 error a: "create" says already where it leads — take "link" out',
    ],
    [
      '  - { id: a, title: A, meet: lead-e-3 }',
      'list-1.yaml:5:30 error a: there is no person "lead-e-3" — write lead-e-2',
    ],
    [
      '  - { id: a, title: A, meet: my best friend }',
      'list-1.yaml:5:30 error a: there is no person "my best friend" — write lead, teammate, dependency, or the name of a person',
    ],
    [
      '  - { id: a, title: A, access: squad-e-22 }',
      'list-1.yaml:5:32 error a: there is no group "squad-e-22" — write squad-e-2',
    ],
    [
      '  - { id: a, title: A, access: user:ciso }',
      'list-1.yaml:5:32 error a: there is no group "user:ciso" — write the name of a group, such as squad-it-1',
    ],
  ])('says where %s is wrong and what to write', (item, expected) => {
    expect(problemsOf(list(item))).toEqual([expected]);
    expect(compile(list(item)).checklists).toEqual([]);
  });

  it.each([
    'data:text/html,x',
    '//elsewhere.example',
    'docs/page',
    '/docs/a b',
    'squad-docs',
  ])('follows no link such as %s', link => {
    expect(() =>
      compile(list(`  - { id: a, title: A, read: '${link}' }`)),
    ).toThrow('write a path of the portal such as');
  });
});

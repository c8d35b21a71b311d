/** A value that is written out more than ten thousand million times. */
const explosion = Array.from('abcdefghij')
  .map((name, level) => {
    const below = level === 0 ? 'x' : `*${'abcdefghij'[level - 1]}`;
    return `${name}: &${name} [${Array(10).fill(below).join(', ')}]`;
  })
  .join('\n');

/** What may lie in a file of the organization, and how an import refuses it. */
export const badInput: [string, string | Buffer, RegExp][] = [
  ['invalid YAML', 'pods: [', /invalid YAML/],
  ['an unknown field', 'pod: []', /unknown field "pod"/],
  [
    'a duplicate code',
    'divisions: [{ code: 1A, title: Again }]',
    /the code "1A" is there twice/,
  ],
  [
    'a cycle of parents',
    'pods: [{ slug: x, title: X, parent: pod-y }, { slug: y, title: Y, parent: pod-x }]',
    /lead back to itself: pod-x → pod-y → pod-x/,
  ],
  [
    'a squad whose lead does not exist',
    'divisions: [{ code: 1Z, title: Z, squads: [{ code: Z-1, title: Z, lead: lead-z-1 }] }]',
    /there is no person "lead-z-1"/,
  ],
  [
    'a dependency on a squad that does not exist',
    'divisions: [{ code: 1Z, title: Z, dependencies: [{ on: Q-7, for: Luck }] }]',
    /there is no group "Q-7"/,
  ],
  [
    'a name over 63 characters',
    `hubs: [{ slug: ${'h'.repeat(61)}, title: H }]`,
    /has 65 characters, and 63 are allowed/,
  ],
  [
    'two titles that collapse to one name',
    'divisions: [{ code: 2/A, title: Two }, { code: 2.A, title: Two }]',
    /becomes the name division-2-a, and so does "2\/A"/,
  ],
  [
    'a 10 MB file',
    Buffer.alloc(10 * 1024 * 1024, '#'),
    /the file has 10 MB, more than the 1 MB/,
  ],
  [
    'a file that is not UTF-8',
    Buffer.from('pods: [] # caf\xe9', 'latin1'),
    /the file is not UTF-8/,
  ],
  ['YAML aliases that explode', explosion, /aliases of this file multiply/],
  ['an empty file', '', /the file is empty/],
];

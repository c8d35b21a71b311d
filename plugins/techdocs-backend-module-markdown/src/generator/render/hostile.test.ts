import fc from 'fast-check';
import { dangersIn, outcomeOf, pageOf } from '../__testUtils__/render';
import { RenderPool } from '../pool/RenderPool';

const pool = new RenderPool();
afterAll(() => pool.close());

describe('dangersIn', () => {
  it.each([
    '<script>x</script>',
    '<img src=x onerror=x>',
    '<a href="java&#10;script:x">x</a>',
    '<p style="position: fixed">x</p>',
  ])('sees %s', html => {
    expect(dangersIn(html)).not.toEqual([]);
  });
});

describe('a hostile page', () => {
  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT src=//x.example/x.js></SCRIPT>',
    'text <img src=x onerror=alert(1)> text',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href=" &#1; javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](vbscript:msgbox)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](./javascript:alert\\(1\\))',
    '[x](./javascript:alert\\(1\\).txt)',
    '[x](./javascript:alert\\(1\\);.md)',
    '[x](a/../javascript%3Aalert\\(1\\).md)',
    '![x](./javascript:alert\\(1\\).png)',
    '[x]\n\n[x]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '<iframe src="https://x.example"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object><embed src="x.swf">',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<style>* { position: fixed }</style>',
    '<p style="position:fixed; inset:0">x</p>',
    '<p style="background-color: url(https://x.example)">x</p>',
    '<p style="width: expression(alert(1))">x</p>',
    '<base href="https://x.example">',
    '<meta http-equiv="refresh" content="0; url=https://x.example">',
    '<link rel="stylesheet" href="https://x.example">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<details open ontoggle=alert(1)>x</details>',
    '<video src="data:text/html,x" onerror=alert(1)></video>',
    '<div markdown onclick=alert(1)>\n*x*\n</div>',
    '[x](a.md){ onclick=alert(1) }',
    '[x](a.md){ href=javascript:alert(1) }',
    '# x { onclick="alert(1)" }',
    '*x*{ style="position:fixed" }',
    '!!! note "<script>alert(1)</script><img src=x onerror=alert(1)>"\n    x',
    '=== "<img src=x onerror=alert(1)>"\n\n    x',
    '``` py title="\\"><script>alert(1)</script>"\nx\n```',
    "``` py { onclick=alert(1) title='\"><script>alert(1)</script>' }\nx\n```",
    '``` mermaid\ngraph LR\n  A["<img src=x onerror=alert(1)>"] --> B\n```',
    '`#!js </code><script>alert(1)</script>`',
    '*[X]: "><script>alert(1)</script>\n\nX',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
    '{++<script>alert(1)</script>++} ==<script>alert(1)</script>==',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<template><script>alert(1)</script></template>',
    '<table><td><a href="javascript:alert(1)">x</a></table>',
  ])('runs nothing: %j', async source => {
    const { html } = await pageOf(pool, source);

    expect(dangersIn(html)).toEqual([]);
  });

  const token = fc.constantFrom(
    ...['# ', '!!! note "', '"\n    ', '=== "', '```', '\n', '\n\n', '    '],
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<svg onload=',
    ],
    ...[
      '[a](',
      'javascript',
      ':',
      './',
      ')',
      '{ onclick=x }',
      '<a href="',
      '">',
    ],
    ...['==', '^^', '++', '~~', '{++', '++}', ':smile:', '[^1]', '[^1]: '],
    ...[
      '| a ',
      '|\n|-|\n',
      ':::note',
      '\n:::\n',
      '- [ ] ',
      '> [!NOTE]',
      '&#106;',
    ],
    ...['<div markdown>', '</div>', '*[a]: ', '\0', '\r\n', '\uFEFF', '---\n'],
    ...[
      'Term\n: meaning',
      '(c)',
      'www.x.example.',
      'a@x.example',
      '<!--',
      '-->',
    ],
  );
  const source = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(token, { maxLength: 25 }).map(parts => parts.join('')),
  );

  it('is never one that fails or runs, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(source, async text => {
        const { html } = await pageOf(pool, text);
        expect(dangersIn(html)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('a page that is too much', () => {
  it.each([
    ['50 MB', 'word '.repeat(10_000_000), 'characters'],
    ['ten thousand quotes', '> '.repeat(10_000), 'quotes'],
    ['ten thousand lists', '- '.repeat(10_000), 'lists'],
    [
      'deep blocks',
      Array.from({ length: 60 }, (_, i) => `${' '.repeat(4 * i)}!!! note`).join(
        '\n',
      ),
      'blocks',
    ],
  ])(
    'is refused: %s',
    async (_, text, reason) => {
      expect(await outcomeOf(pool, text)).toEqual({
        failure: expect.objectContaining({
          message: expect.stringContaining(reason),
        }),
      });
    },
    20_000,
  );

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['stars', '*'.repeat(50_000)],
    ['stars between words', '*a '.repeat(50_000)],
    ['an open fence', `\`\`\`\n${'x\n'.repeat(50_000)}`],
    ['a wide table', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n`],
  ])(
    'is answered in time: %s',
    async (_, text) => {
      const outcome = await outcomeOf(pool, text);

      // A page, or what is wrong with it; not that the time ran out.
      expect('page' in outcome ? '' : outcome.failure.message).not.toMatch(
        /more than \d+ seconds/,
      );
      expect((await pageOf(pool, 'next')).html).toBe('<p>next</p>');
    },
    30_000,
  );

  it('is given up after its time, and the next one renders', async () => {
    const hasty = new RenderPool({ secondsAPage: 3 });
    try {
      await pageOf(hasty, 'warm');
      const slow = Array.from({ length: 60_000 }, (_, i) => `[a${i}][b${i}] *`);
      expect(await outcomeOf(hasty, slow.join('**_['))).toEqual({
        failure: { line: 0, message: 'it took more than 3 seconds' },
      });
      expect((await pageOf(hasty, 'next')).html).toBe('<p>next</p>');
    } finally {
      await hasty.close();
    }
  }, 30_000);
});

it.each([
  ['a NUL byte', 'a\0b', '<p>a\uFFFDb</p>'],
  ['Windows line ends', '# A\r\n\r\nb\r\n', '<p>b</p>'],
  ['a byte order mark', '\uFEFF*a*', '<p><em>a</em></p>'],
])('reads %s', async (_, text, expected) => {
  expect((await pageOf(pool, text)).html).toContain(expected);
});

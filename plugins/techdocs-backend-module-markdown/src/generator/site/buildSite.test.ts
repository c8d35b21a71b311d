import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  removeFolders,
  folderWith,
  writeFiles,
} from '../../__testUtils__/folders';
import { dangersIn } from '../__testUtils__/render';
import { siteOf } from '../__testUtils__/site';
import { PageCache } from '../pool/PageCache';
import { RenderPool } from '../pool/RenderPool';

const pool = new RenderPool();
afterAll(() => pool.close());
afterEach(async () => {
  await removeFolders();
  jest.restoreAllMocks();
});

const home = { 'docs/index.md': '# Home' };

describe('the files of a site', () => {
  it('are pages, assets and what TechDocs reads', async () => {
    const site = await siteOf(
      pool,
      { ...home, 'docs/a/b.md': '# B', 'docs/a/c.png': 'png' },
      { etag: 'e1' },
    );

    const metadata = site.json('techdocs_metadata.json');
    const stylesheet = metadata.files.find((file: string) =>
      /main\.[A-Fa-f0-9]{8}\.min\.css$/.test(file),
    );
    expect(metadata).toEqual({
      site_name: 'Site',
      site_description: '',
      etag: 'e1',
      build_timestamp: 0,
      files: [
        'a/b/index.html',
        'a/c.png',
        stylesheet,
        'index.html',
        'search/search_index.json',
        'techdocs_metadata.json',
      ].sort(),
    });
    expect(site.read('a/b/index.html')).toContain(`href="../../${stylesheet}"`);
    expect(site.read('a/c.png')).toBe('png');
    expect(site.problems).toEqual([]);
  });

  it('leave out what is excluded', async () => {
    const site = await siteOf(pool, {
      ...home,
      'mkdocs.yml': 'exclude_docs: |\n  drafts/\n  *.tmp.md\n',
      'docs/drafts/a.md': 'a',
      'docs/b.tmp.md': 'b',
      'docs/.hidden/c.md': 'c',
    });

    expect(site.pages).toBe(1);
  });

  it('leave out links that lead out of the docs folder', async () => {
    const folder = await folderWith({ ...home, 'secret.md': 'secret' });
    await symlink(join(folder, 'secret.md'), join(folder, 'docs/file.md'));
    await symlink(folder, join(folder, 'docs/folder'));

    const site = await siteOf(pool, folder);

    expect(site.pages).toBe(1);
    expect(site.problems).toEqual([
      'docs/file.md: this link leads out of the docs folder: it is left out',
      'docs/folder: this link leads out of the docs folder: it is left out',
    ]);
  });

  it('have one page where two have the same address', async () => {
    const site = await siteOf(pool, { ...home, 'docs/README.md': '# Other' });

    expect(site.read('index.html')).toContain('<title>Home - Site</title>');
    expect(site.problems).toEqual([
      'docs/README.md: it has the same address as "index.md" and is left out: rename one of them',
    ]);
  });

  it('begin with a list of pages where there is no index', async () => {
    const site = await siteOf(pool, { 'docs/a.md': '# <b>A' });

    expect(site.read('index.html')).toContain('<li><a href="a/">A</a></li>');
  });

  it('need a docs folder', async () => {
    await expect(siteOf(pool, { 'a.md': '' })).rejects.toThrow(
      'There is no folder "docs" with Markdown files beside mkdocs.yml',
    );
  });

  it('keep names harmless in addresses and text', async () => {
    const site = await siteOf(pool, {
      'mkdocs.yml': `site_name: '<script>x</script>'\nnav:\n  - '"><img src=x onerror=x>': 'javascript:alert(1);/x.md'\n  - "a\\"'<b>.md"\n`,
      'docs/javascript:alert(1);/x.md': '# X',
      'docs/a"\'<b>.md': '# A',
    });

    const html = site.read('index.html').replace(/^.*?<body/s, '<body');
    expect(html).toContain('./javascript%3Aalert(1)%3B/x/');
    expect(dangersIn(html)).toEqual([]);
  });
});

describe('a page that cannot be built', () => {
  it('leaves the others and says what to mend', async () => {
    const site = await siteOf(pool, {
      ...home,
      'docs/large.md': 'x'.repeat(2_000_001),
    });

    expect(site.read('index.html')).toContain('Home');
    expect(site.read('large/index.html')).toContain('Mend <code>docs/large.md');
    expect(site.problems).toEqual([
      expect.stringMatching(
        /^docs\/large\.md: the page has more than 2,000,000 characters/,
      ),
    ]);
  });
});

describe('a second build', () => {
  it('renders only what changed', async () => {
    const folder = await folderWith({ ...home, 'docs/a.md': '# A' });
    const cache = new PageCache();
    await siteOf(pool, folder, { cache });
    await writeFiles(folder, { 'docs/a.md': '# Anew' });
    const render = jest.spyOn(pool, 'render');

    const site = await siteOf(pool, folder, { cache });

    expect(render.mock.calls.map(([{ path }]) => path)).toEqual(['a.md']);
    expect(site.read('a/index.html')).toContain('Anew');
    expect(site.read('index.html')).toContain('Anew');
  });
});

describe('includes', () => {
  it('come from docs and includes, with the line that includes', async () => {
    const site = await siteOf(pool, {
      'docs/index.md': '# Home\n\n--8<-- "part.md"\n\n--8<-- "docs/own.md"\n',
      'docs/own.md': 'own',
      'includes/part.md': 'part\n\n[x](gone.md)',
    });

    expect(site.read('index.html')).toContain('<p>part</p>');
    expect(site.read('index.html')).toContain('<p>own</p>');
    expect(site.problems).toEqual([
      'docs/index.md:3: the link to "gone.md" leads nowhere',
    ]);
  });

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'app-config.yaml',
    '../app-config.yaml',
  ])('do not come from elsewhere: %s', async path => {
    const site = await siteOf(pool, {
      'docs/index.md': `# Home\n\n--8<-- "${path}"\n`,
      'app-config.yaml': 'secret',
    });

    expect(site.read('index.html')).not.toMatch(/secret|root:/);
    expect(site.problems).toEqual([
      `docs/index.md:3: the included file "${path}" is not in docs or includes`,
    ]);
  });

  it('do not follow a folder of includes that leads elsewhere', async () => {
    const outside = await folderWith({ 'secret.md': 'secret' });
    const folder = await folderWith({
      'docs/index.md': '# Home\n\n--8<-- "secret.md"\n',
    });
    await symlink(outside, join(folder, 'includes'));

    const site = await siteOf(pool, folder);

    expect(site.read('index.html')).not.toContain('secret</p>');
    expect(site.problems).toHaveLength(1);
  });
});

describe('problems', () => {
  it('name the line of the file, whatever stands around the link', async () => {
    const site = await siteOf(pool, {
      'docs/index.md':
        '---\ntitle: Home\n---\n# Home\n\n!!! note\n    [a](a.md)\n\n    === "T"\n\n        [b](b.md)\n\n<div markdown>\n[c](c.md)\n</div>\n\n[d](#d)\n',
    });

    expect(site.problems).toEqual([
      'docs/index.md:7: the link to "a.md" leads nowhere',
      'docs/index.md:11: the link to "b.md" leads nowhere',
      'docs/index.md:14: the link to "c.md" leads nowhere',
      'docs/index.md:17: "index.md" has nothing called "#d"',
    ]);
  });
});

describe('search', () => {
  it('finds pages and headings, also of pages outside the navigation', async () => {
    const site = await siteOf(pool, {
      'mkdocs.yml': 'nav:\n  - index.md\n',
      'docs/index.md': '# Home\n\nHello *world*.\n\n## Part\n\nInner',
      'docs/other.md': '# Other\n\nElsewhere',
      'docs/quiet.md': '---\nsearch:\n  exclude: true\n---\n# Quiet',
    });

    expect(site.json('search/search_index.json').docs).toEqual([
      { location: '', title: 'Home', text: 'Hello world.' },
      { location: '#part', title: 'Part', text: 'Inner' },
      { location: 'other/', title: 'Other', text: 'Elsewhere' },
    ]);
    expect(site.has('other/index.html')).toBe(true);
  });
});

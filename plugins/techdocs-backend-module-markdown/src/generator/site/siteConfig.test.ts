import { InputError } from '@backstage/errors';
import { folderWith, removeFolders } from '../../__testUtils__/folders';
import { readSiteConfig } from './siteConfig';

afterEach(removeFolders);

async function configOf(source: string) {
  return readSiteConfig(await folderWith({ 'mkdocs.yml': source }), 'Name');
}

describe('readSiteConfig', () => {
  it('takes what mkdocs would without a file', async () => {
    expect(await readSiteConfig(await folderWith({}), 'Name')).toMatchObject({
      siteName: 'Name',
      docsDir: 'docs',
      tocDepth: 3,
      permalinks: true,
      problems: [],
    });
  });

  it('names plugins and keys that it does not know', async () => {
    const { problems } = await configOf(
      'site_name: A\nplugins:\n  - search\n  - macros\nsite_nmae: B\n',
    );

    expect(problems).toEqual([
      expect.objectContaining({
        line: 5,
        message: '"site_nmae" is not known here and makes no difference',
      }),
      expect.objectContaining({
        line: 3,
        message: expect.stringContaining('the mkdocs plugin "macros"'),
      }),
    ]);
  });

  it('reads tags of Python as mkdocs-material has them', async () => {
    const { problems } = await configOf(
      'markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n',
    );

    expect(problems).toEqual([]);
  });

  it('says in which line the YAML is broken', async () => {
    await expect(configOf('site_name: A\nnav: [\n')).rejects.toThrow(
      /^mkdocs\.yml:[23]: this is not YAML: /,
    );
  });

  it.each(['..', '../other'])(
    'refuses docs outside of the folder: %s',
    async docsDir => {
      await expect(configOf(`docs_dir: ${docsDir}\n`)).rejects.toThrow(
        InputError,
      );
    },
  );

  it('refuses aliases that grow without end', async () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array(10).fill(`*${of}`).join(',')}]\n`;
    const names = 'bcdefghi'.split('');
    const source = `a: &a [x]\n${names.map((name, i) => level(name, i ? names[i - 1] : 'a')).join('')}`;

    await expect(configOf(source)).rejects.toThrow(
      'mkdocs.yml: its aliases cannot be followed',
    );
  });

  it.each([
    [
      'https://git.example/r',
      'edit/main/docs/',
      'https://git.example/r/edit/main/docs/',
    ],
    ['', 'https://git.example/e', 'https://git.example/e/'],
    ['https://git.example/r', `${'javascript'}:alert(1)//`, undefined],
    ['', 'edit/main', undefined],
  ])('joins %j and %j', async (repository, edit, expected) => {
    const { editBase } = await configOf(
      `repo_url: "${repository}"\nedit_uri: "${edit}"\n`,
    );

    expect(editBase).toBe(expected);
  });
});

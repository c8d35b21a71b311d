import { setupPortal } from '../__testUtils__/portal';
import { firstContent, greeting, values } from '../__testUtils__/templates';

// A backend starts with the scaffolder, and renders golden paths.
jest.setTimeout(60_000);

describe('a preview of a golden path', () => {
  const portal = setupPortal();

  const preview = (body: object) =>
    portal.send('post', '/previews', { template: greeting, values, ...body });
  const wordsOf = async (body: object) => {
    const answer = await preview(body);
    return [answer.status, answer.body.error?.message];
  };

  beforeEach(() => portal.putTemplate(firstContent));

  it('shows the files that it would write, and makes nothing', async () => {
    const { status, body } = await preview({});
    expect(status).toBe(200);
    expect(body.files.map(({ path }: { path: string }) => path)).toEqual([
      '.squadron/golden-path.yaml',
      'catalog-info.yaml',
      'logo.png',
      'old.txt',
      'README.md',
      'run.sh',
    ]);
    const [provenance, info, logo, old] = body.files;
    expect(provenance.text).toContain(`template: ${greeting}\nversion: 1.0.0`);
    expect(info).toEqual({
      path: 'catalog-info.yaml',
      bytes: 15,
      text: 'version: 1.0.0\n',
    });
    expect(logo).toEqual({ path: 'logo.png', bytes: 2 });
    expect(old.text).toBe('old\n');
    expect(await portal.store.list()).toEqual([]);
  });

  it('takes the files of a golden path from its repository, too', async () => {
    await portal.store.create('paths', {
      directory: portal.home.resolve('greeting'),
      branches: ['main'],
      creator: 'somebody',
      commit: { message: 'Add', author: { name: 'A', email: 'a@b.c' } },
    });
    const fromDisk = await preview({});
    const address = portal.addresses.of({
      name: 'paths',
      ref: 'main',
      path: 'template.yaml',
    });
    await portal.putTemplate(
      { 'run.sh': 'other' },
      { location: `url:${address}` },
    );
    expect((await preview({})).body).toEqual(fromDisk.body);
  });

  it('reads the folder that the catalog has read, whatever the golden path says', async () => {
    portal.home.addContent({ elsewhere: { content: { secret: 's' } } });
    const { metadata } = portal.entities.get(greeting)!;
    metadata.annotations!['backstage.io/source-location'] =
      `file:${portal.home.resolve('elsewhere/template.yaml')}`;
    const { body } = await preview({});
    const paths = body.files.map(({ path }: { path: string }) => path);
    expect(paths).toContain('old.txt');
    expect(paths).not.toContain('secret');
  });

  it('says what the form does not take', async () => {
    expect(await wordsOf({ values: { ...values, name: 'Shop!' } })).toEqual([
      400,
      'name does not match pattern "^[a-z-]+$"',
    ]);
    expect(await wordsOf({ values: {} })).toEqual([
      400,
      'requires property "name"\nrequires property "owner"',
    ]);
  });

  it('says what a step refuses', async () => {
    const owner = 'group:default/squad-b1';
    const [status, words] = await wordsOf({ values: { ...values, owner } });
    expect(status).toBe(400);
    expect(words).toContain('did you mean "squad-b-1"?');
  });

  it('is of a golden path that the catalog shows', async () => {
    const other = 'template:default/other';
    expect(await wordsOf({ template: other })).toEqual([
      404,
      expect.stringContaining(`The catalog has no ${other}`),
    ]);
    for (const template of ['greeting', 'component:default/shop']) {
      expect(await wordsOf({ template })).toEqual([
        400,
        expect.stringContaining('write it as template:default/'),
      ]);
    }
    await portal.putTemplate(firstContent, { location: 'bootstrap:boot' });
    expect(await wordsOf({})).toEqual([
      400,
      expect.stringContaining('register its file'),
    ]);
  });
});

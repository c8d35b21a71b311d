import { execFileSync } from 'node:child_process';
import type { FileChange } from '@squadron/plugin-golden-paths-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { setupPortal } from '../__testUtils__/portal';
import {
  editMain,
  publishProject,
  storeOfHost,
} from '../__testUtils__/project';
import { firstContent, secondContent } from '../__testUtils__/templates';

// A backend starts with the scaffolder, renders golden paths, and starts git many times.
jest.setTimeout(120_000);

const branch = 'golden-path-1.1.0';
const commit = {
  message: 'Merge',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};

describe.each([
  { kind: 'github' as const, page: 'pull/1', user: 'x-access-token' },
  { kind: 'gitlab' as const, page: '-/merge_requests/1', user: 'oauth2' },
])('the update of a project on $kind', ({ kind, page, user }) => {
  const portal = setupPortal({ host: kind });
  let count = 0;
  let name: string;

  const path = () => `/projects/${name}/update`;
  const look = async () => (await portal.send('get', path())).body;
  const update = () => portal.send('post', path());
  const request = () =>
    `${portal.host().url}/${portal.host().owner}/${name}/${page}`;
  const gitThere = (...args: string[]) =>
    execFileSync('git', [`--git-dir=${portal.host().path(name)}`, ...args], {
      encoding: 'utf8',
    });
  const heads = () =>
    gitThere('for-each-ref', '--format=%(refname:short) %(objectname)');
  const text = (ref: string, file: string) =>
    gitThere('show', `${ref}:${file}`);
  const paths = (changes: FileChange[]) => changes.map(change => change.path);
  /** What the host was asked that changes something there. */
  const changesAsked = () =>
    portal
      .host()
      .requests.filter(({ method }) => method === 'POST')
      .filter(asked => !asked.path.endsWith('/git-upload-pack'));
  const fetches = () =>
    portal
      .host()
      .requests.filter(asked => asked.path.endsWith('/git-upload-pack'));
  const edit = (files: Parameters<typeof editMain>[1]) =>
    editMain(portal, files, { store: storeOfHost(portal), name });
  const merge = () =>
    storeOfHost(portal).merge(name, { from: branch, into: 'main', commit });

  /** What the audit log is told. */
  function audited() {
    const event = { success: jest.fn(), fail: jest.fn() };
    portal.auditor.createEvent.mockImplementation(async () => event);
    return event;
  }

  beforeEach(async () => {
    name = `shop-${++count}`;
    await portal.putTemplate(firstContent);
    await publishProject(portal, name);
    await portal.putTemplate(secondContent, { version: '1.1.0' });
    portal.host().requests.length = 0;
  });

  it('shows what a newer version would change, and changes nothing there', async () => {
    const before = heads();
    const found = await look();
    expect(found).toMatchObject({
      from: '1.0.0',
      to: '1.1.0',
      isOutdated: true,
      host: kind,
      conflicts: [],
    });
    expect(found).not.toHaveProperty('mergeRequest');
    expect(paths(found.changes)).toContain('README.md');
    expect(heads()).toBe(before);
    expect(changesAsked()).toEqual([]);
  });

  it('asks for the merge, in which the edits of people survive', async () => {
    const mine = text('main', 'README.md').replace('The end.', 'My end.');
    const before = await edit({ 'README.md': mine, 'own.txt': 'mine\n' });
    const { success } = audited();
    const { status, body } = await update();
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { isOutdated: true, conflicts: [], mergeRequest: request() },
    });
    expect(body).not.toHaveProperty('commit');
    expect(gitThere('rev-parse', 'main').trim()).toBe(before);
    expect(text('template', 'README.md')).toContain('# shop, better');
    expect(gitThere('rev-parse', branch)).toBe(
      gitThere('rev-parse', 'template'),
    );
    expect(success).toHaveBeenCalledWith({
      meta: expect.objectContaining({ mergeRequest: request() }),
    });
    expect((await merge()).conflicts).toEqual([]);
    expect(text('main', 'README.md')).toBe(
      mine.replace('# shop', '# shop, better'),
    );
    expect(text('main', 'own.txt')).toBe('mine\n');
    const found = await look();
    expect(found).toMatchObject({ from: '1.1.0', isOutdated: false });
    expect(found).not.toHaveProperty('mergeRequest');
  });

  it('answers the request that is open, and pushes nothing again', async () => {
    await update();
    const before = heads();
    const asked = changesAsked().length;
    expect((await update()).body.mergeRequest).toBe(request());
    expect((await look()).mergeRequest).toBe(request());
    expect(heads()).toBe(before);
    expect(changesAsked()).toHaveLength(asked);
  });

  it('leaves it to people to settle conflicts in the request', async () => {
    const mine = text('main', 'README.md').replace('# shop', '# My shop');
    await edit({ 'README.md': mine });
    const { status, body } = await update();
    expect(status).toBe(200);
    expect(paths(body.conflicts)).toEqual(['README.md']);
    expect(body.mergeRequest).toBe(request());
    expect(JSON.stringify(changesAsked())).toContain('- `README.md`');
    expect(text('main', 'README.md')).toBe(mine);
    expect((await merge()).conflicts).toEqual(['README.md']);
  });

  it('opens one request, of two who ask at the same time', async () => {
    const answers = await Promise.all([update(), update()]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.filter(status => ![200, 409].includes(status))).toEqual([]);
    expect((await look()).mergeRequest).toBe(request());
  });

  it('stops when nobody waits for it any more', async () => {
    const before = heads();
    expect(await portal.leave(path())).toBe('fail');
    expect(heads()).toBe(before);
    expect(portal.host().requests).toEqual([]);
  });

  it('asks the host nothing for who may not update it', async () => {
    portal.answerAll(AuthorizeResult.DENY);
    expect((await update()).status).toBe(403);
    expect(portal.host().requests).toEqual([]);
  });

  it('says what to do where nothing keeps what its golden path wrote', async () => {
    gitThere('update-ref', '-d', 'refs/heads/template');
    const { status, body } = await update();
    expect(status).toBe(404);
    expect(body.error.message).toContain(
      `${name} has no branch template, which keeps what its golden path wrote`,
    );
  });

  it('says what to do where the repository is gone', async () => {
    const { metadata } = portal.entities.get(`component:default/${name}`)!;
    const key = 'backstage.io/managed-by-location';
    const location = metadata.annotations?.[key] ?? '';
    metadata.annotations = { [key]: location.replace(name, `gone-${name}`) };
    const { status, body } = await update();
    expect(status).toBe(404);
    expect(body.error.message).toContain(
      `/gone-${name} is not there any more, or not for the portal's token`,
    );
  });

  it('fetches once for two who look at the same time', async () => {
    const alone = await look();
    const asked = fetches().length;
    const both = await Promise.all([look(), look()]);
    expect(both).toEqual([alone, alone]);
    expect(fetches()).toHaveLength(2 * asked);
  });

  it('refuses a note of what made it that is larger than any form', async () => {
    await edit({ '.squadron': { 'golden-path.yaml': '#'.repeat(65_537) } });
    const { status, body } = await portal.send('get', path());
    expect(status).toBe(400);
    expect(body.error.message).toContain('has 65537 bytes');
  });

  it('says that the host does not let it in, and never the token', async () => {
    const { requests, integration, path: pathOf } = portal.host();
    // The host has it, but git there does not know it as a repository.
    execFileSync('rm', [`${pathOf(name)}/HEAD`]);
    const { fail } = audited();
    const { status, body } = await update();
    expect(status).toBe(503);
    expect(body.error.message).toContain(`Git could not fetch ${name}`);
    const { token } = integration;
    const code = Buffer.from(`${user}:${token}`).toString('base64');
    const [[{ error }]] = fail.mock.calls;
    const said = [JSON.stringify([body, requests]), error.stack].join();
    expect(said).toContain(`Git could not fetch ${name}`);
    expect(said).not.toContain(token);
    expect(said).not.toContain(code);
  });
});

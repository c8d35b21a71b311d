import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';
import { setupPortal } from '../__testUtils__/portal';
import { makeProject } from '../__testUtils__/project';
import { firstContent, greeting, values } from '../__testUtils__/templates';

// A backend starts with the scaffolder, and runs golden paths.
jest.setTimeout(120_000);

const portal = setupPortal();
const { send } = portal;

/** Runs the golden path to its end. */
async function run(change: object) {
  const scaffolder = (method: 'get' | 'post', path: string, body?: object) =>
    send(method, path, body, 'scaffolder');
  const { body } = await scaffolder('post', '/v2/tasks', {
    templateRef: greeting,
    values: { ...values, ...change },
  });
  // The stream ends with the task.
  await scaffolder('get', `/v2/tasks/${body.id}/eventstream`);
}

beforeEach(() => portal.putTemplate(firstContent));

describe('the API of golden paths', () => {
  it('tells how they do, and measures it by group and day', async () => {
    const first = new Date().toISOString().slice(0, 10);
    await run({});
    // The name is taken then.
    await run({});
    // There is no such group: whom a check refuses says nothing about the path.
    await run({ name: 'cart', owner: 'group:default/nobody' });
    const { body } = await send('get', '/templates');
    expect(body).toEqual({
      days: 90,
      items: [
        {
          template: greeting,
          runs: 2,
          medianSeconds: expect.any(Number),
          successRate: 0.5,
        },
      ],
    });

    const days = `from=${first}&to=${new Date().toISOString().slice(0, 10)}`;
    const rowsOf = async (measure: string, group: string) => {
      const path = `/measures/${measure}?group=${group}&${days}`;
      return (await send('get', path)).body.rows;
    };
    const row = {
      group: 'group:default/squad-b-1',
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    };
    const [{ medianSeconds }] = body.items;
    expect(await rowsOf('scaffold-time', 'company')).toEqual([
      { ...row, sum: medianSeconds, count: 1 },
    ]);
    expect(await rowsOf('scaffold-success', 'squad-b-1')).toEqual([
      { ...row, numerator: 1, denominator: 2 },
    ]);
    expect(await rowsOf('scaffold-success', 'squad-c-1')).toEqual([]);
    const before = 'from=2020-01-01&to=2020-01-31';
    const past = await send('get', `/measures/scaffold-time?${before}`);
    expect(past.body).toEqual({ rows: [] });
  });

  it('lists what it measures, and says what it does not', async () => {
    const { body } = await send('get', '/measures');
    expect(body.items).toMatchObject([
      { name: 'scaffold-time', kind: 'duration' },
      { name: 'scaffold-success', kind: 'ratio' },
    ]);
    const days = 'from=2026-11-01&to=2026-11-28';
    const answerOf = async (measure: string) => {
      const answer = await send('get', `/measures/${measure}${days}`);
      return [answer.status, answer.body.error.message];
    };
    expect(await answerOf('speed?')).toEqual([
      404,
      expect.stringContaining('does not measure "speed"'),
    ]);
    expect(await answerOf('scaffold-time?size=1&')).toEqual([
      400,
      expect.stringContaining('has no dimension "size"'),
    ]);
    expect(await answerOf('scaffold-time?group=nobody&')).toEqual([
      404,
      expect.stringContaining('no group "nobody"'),
    ]);
  });

  it('knows which names are free', async () => {
    expect((await send('get', '/names/shop')).body).toEqual({ isFree: true });
    await makeProject(portal);
    expect((await send('get', '/names/shop')).body).toEqual({
      isFree: false,
      problem: 'There is a repository shop already.',
    });
  });

  it.each([
    ['preview', '/previews', { template: greeting, values }, {}],
    ['update-project', '/projects/shop/update', {}, { component: 'shop' }],
  ])('audits %s', async (eventId, path, body, meta) => {
    await makeProject(portal);
    portal.auditor.createEvent.mockClear();
    expect((await send('post', path, body)).status).toBe(200);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId, meta }),
    );
  });

  it('refuses a preview that does not say of what', async () => {
    const { status, text } = await send('post', '/previews', { values });
    expect(status).toBe(400);
    expect(text).toContain('template');
  });
});

describe('who may not', () => {
  const paths = Object.values(goldenPathsContract.routes).map(
    ({ method, path }) =>
      [
        method === 'GET' ? 'get' : 'post',
        path
          .replace(':component', 'shop')
          .replace(':name', 'shop')
          .replace(':measure', 'scaffold-time'),
      ] as const,
  );

  it.each(paths)('is refused: %s %s', async (method, path) => {
    await makeProject(portal);
    portal.auditor.createEvent.mockClear();
    portal.answerAll(AuthorizeResult.DENY);
    const body = { template: greeting, values };
    const { status } = await send(method, path, body);
    expect(status).toBe(403);
    expect(portal.auditor.createEvent).toHaveBeenCalled();
  });
});

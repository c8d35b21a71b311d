import { mockApis } from '@backstage/frontend-test-utils';
import { ScaffolderClient } from '@backstage/plugin-scaffolder-common';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { refusal, renderPart, setupBackend } from '@squadron/test-portal';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TaskList } from './TaskList';

const portal = setupBackend();
const me = 'user:default/engineer-b-1';

function task(id: string, name: string, status: string, ref = me) {
  return {
    id,
    status,
    createdAt: '2026-11-28T12:00:00Z',
    spec: {
      parameters: { name },
      templateInfo: {
        entityRef: 'template:default/node-service',
        entity: { metadata: { name: 'node-service', title: 'Node service' } },
      },
      user: { ref },
    },
  };
}

const shop = task('1', 'shop', 'completed');
const all = [shop, task('2', 'till', 'failed', 'user:default/lead-b-2')];

/** Answers tasks as the scaffolder does, which asks for pages and for whose they are. */
function answerTasks(tasks: object[], of: object[] = tasks) {
  const asked: string[] = [];
  portal.answer({
    'GET scaffolder/v2/tasks': async ({ url }) => {
      const { searchParams } = new URL(url);
      asked.push(searchParams.get('limit') ?? '');
      const isMine = searchParams.get('createdBy') === me;
      return { tasks: isMine ? tasks : of, totalTasks: 120 };
    },
  });
  return asked;
}

function open(path = '/') {
  const client = new ScaffolderClient({
    discoveryApi: {
      getBaseUrl: async id => `http://portal.test/api/${id}`,
    },
    fetchApi: { fetch: (...request) => fetch(...request) },
    identityApi: mockApis.identity({ userEntityRef: me }),
    scmIntegrationsApi: {} as never,
  });
  renderPart(<TaskList />, { path, apis: [[scaffolderApiRef, client]] });
}

describe('the list of tasks', () => {
  afterEach(() => jest.useRealTimers());

  it('names tasks after what they make, and leads to each', async () => {
    answerTasks([shop]);
    open();
    const link = await screen.findByRole('link', { name: 'shop' });
    expect(link).toHaveAttribute('href', '/create/tasks/1');
    const table = screen.getByRole('table', { name: 'Tasks' });
    expect(within(table).getByText('Node service')).toBeVisible();
    expect(within(table).getByText('done')).toBeVisible();
  });

  it('shows those of others when the address says so', async () => {
    answerTasks([shop], all);
    open('/?whose=all');
    expect(await screen.findByRole('link', { name: 'till' })).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
    expect(await screen.findByText('1 row')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'till' })).toBeNull();
  });

  it('shows more of them when asked', async () => {
    const asked = answerTasks([shop]);
    open();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show more of the other 119',
      }),
    );
    expect(screen.getByRole('link', { name: 'shop' })).toBeVisible();
    await waitFor(() => expect(asked).toEqual(['50', '100']));
    expect(await screen.findByRole('link', { name: 'shop' })).toBeVisible();
  });

  it('reads again while one of them is under way', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    answerTasks([task('1', 'shop', 'processing')]);
    open();
    expect(await screen.findByText('under way')).toBeVisible();
    answerTasks([shop]);
    act(() => jest.advanceTimersByTime(5_000));
    expect(await screen.findByText('done')).toBeVisible();
  });

  it('keeps what it shows while it reads again, and when that fails', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    answerTasks([task('1', 'shop', 'processing')]);
    open();
    expect(await screen.findByText('under way')).toBeVisible();
    portal.answer({
      'GET scaffolder/v2/tasks': async () =>
        refusal(503, 'ServiceUnavailableError', 'away'),
    });
    act(() => jest.advanceTimersByTime(5_000));
    expect(
      await screen.findByText('The tasks could not be read'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'shop' })).toBeVisible();
    answerTasks([shop]);
    act(() => jest.advanceTimersByTime(5_000));
    expect(await screen.findByText('done')).toBeVisible();
    expect(screen.queryByText('The tasks could not be read')).toBeNull();
  });

  it('says what will be there while there is none', async () => {
    answerTasks([]);
    open();
    expect(
      await screen.findByText('You have taken no golden path yet'),
    ).toBeVisible();
  });

  it('can be tried again when it cannot be read', async () => {
    portal.answer({
      'GET scaffolder/v2/tasks': async () =>
        refusal(503, 'ServiceUnavailableError', 'away'),
    });
    open();
    expect(
      await screen.findByText('The tasks could not be read'),
    ).toBeVisible();
    answerTasks([shop]);
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    expect(await screen.findByRole('link', { name: 'shop' })).toBeVisible();
  });
});

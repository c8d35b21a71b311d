import { mockServices } from '@backstage/backend-test-utils';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import { TaskHistory, type TaskHistoryOptions } from './TaskHistory';

type Scaffolder = TaskHistoryOptions['scaffolder'];
type LogEvents = Awaited<ReturnType<Scaffolder['getLogs']>>;

interface Task {
  id: string;
  created: string;
  ended: string[];
  status?: 'completed' | 'failed' | 'cancelled';
  owner?: string;
  template?: string;
  /** What stands in its log before its end. */
  before?: object[];
  error?: { name: string };
}

const start = Date.parse('2026-11-28T12:00:00Z');
const minutes = (count: number) => new Date(start + count * 60_000);
const day = 24 * 60;
const at = (count: number) => minutes(count).toISOString();

/** A scaffolder as its API answers: its tasks latest first, and the log of each. */
function scaffolderWith(tasks: Task[]) {
  const read: string[] = [];
  const lists: number[] = [];
  const asked: string[] = [];
  const answerOf = ({
    id,
    created,
    ended,
    status: is = 'completed',
    ...rest
  }: Task) =>
    ({
      id,
      status: is,
      createdAt: created,
      lastHeartbeatAt: ended.at(-1),
      spec: {
        parameters: rest.owner ? { owner: rest.owner } : {},
        steps: [],
        templateInfo: { entityRef: rest.template ?? 'template:default/a' },
      },
    }) as unknown as ScaffolderTask;
  const scaffolder: Scaffolder = {
    async getTask({ taskId }) {
      asked.push(taskId);
      return answerOf(tasks.find(({ id }) => id === taskId)!);
    },
    async listTasks({ limit = 0, offset = 0, status = [] }) {
      lists.push(offset);
      const found = tasks
        .filter(task => [status].flat().includes(task.status ?? 'completed'))
        .sort((a, b) => b.created.localeCompare(a.created));
      const items = found.slice(offset, offset + limit).map(answerOf);
      return { items, totalItems: found.length };
    },
    async getLogs({ taskId }) {
      read.push(taskId);
      const {
        ended,
        before = [],
        error,
      } = tasks.find(({ id }) => id === taskId)!;
      const ends = ended.map((createdAt, id) => ({
        id,
        taskId,
        type: 'completion',
        body: { error },
        createdAt,
      }));
      return [...before, ...ends] as unknown as LogEvents;
    },
  };
  return { asked, scaffolder, read, lists };
}

function setup(tasks: Task[]) {
  const { asked, scaffolder, read, lists } = scaffolderWith(tasks);
  const clock = { minute: 0 };
  const history = new TaskHistory({
    scaffolder,
    auth: mockServices.auth(),
    now: () => minutes(clock.minute),
  });
  return { asked, clock, history, lists, read, tasks };
}

const ended = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  created: at(-10),
  ended: [at(-9)],
  ...change,
});

describe('the history of golden paths', () => {
  it('has what ended well or not, and nothing that was cancelled', async () => {
    const { history } = setup([
      ended('1', { owner: 'group:default/squad-b-1' }),
      ended('2', { status: 'failed', template: 'template:default/b' }),
      ended('3', { status: 'cancelled' }),
      ended('4', { ended: [] }),
    ]);
    expect(await history.ended()).toEqual([
      {
        template: 'template:default/a',
        owner: 'group:default/squad-b-1',
        endedAt: minutes(-9),
        seconds: 60,
        isGood: true,
      },
      {
        template: 'template:default/b',
        endedAt: minutes(-9),
        seconds: 60,
        isGood: false,
      },
    ]);
  });

  it('reads once for all who ask within a minute', async () => {
    const { clock, history, lists, read } = setup([ended('1')]);
    await Promise.all([history.ended(), history.ended()]);
    clock.minute = 0.9;
    await history.ended();
    expect({ lists, read }).toEqual({ lists: [0], read: ['1'] });
  });

  it('makes those wait who ask while it still reads', async () => {
    const { clock, history, lists } = setup([ended('1')]);
    const first = history.ended();
    clock.minute = 5;
    expect(await history.ended()).toBe(await first);
    expect(lists).toEqual([0]);
  });

  it('reads no log twice, and finds what has ended since', async () => {
    const { clock, history, read, tasks } = setup([ended('1'), ended('2')]);
    expect(await history.ended()).toHaveLength(2);
    tasks.push(ended('3', { created: at(-day + 5), ended: [at(2)] }));
    clock.minute = 5;
    expect(await history.ended()).toHaveLength(3);
    expect(read).toEqual(['1', '2', '3']);
  });

  it('sees how one ends that is tried again', async () => {
    const { clock, history, tasks } = setup([ended('1', { status: 'failed' })]);
    expect(await history.ended()).toMatchObject([{ isGood: false }]);
    tasks[0] = ended('1', { ended: [at(-9), at(1)] });
    clock.minute = 5;
    expect(await history.ended()).toMatchObject([
      { isGood: true, endedAt: minutes(1) },
    ]);
  });

  it('sees how one ends that is tried again days later, and reads no other log for it', async () => {
    const old = { status: 'failed' as const, created: at(-5 * day) };
    const { asked, clock, history, read, tasks } = setup([
      ended('1', old),
      ended('2', old),
      ended('3', old),
    ]);
    expect(await history.ended()).toHaveLength(3);
    tasks[0] = ended('1', { ...old, status: 'completed', ended: [at(1)] });
    tasks[1] = ended('2', { ...old, status: 'cancelled' });
    clock.minute = 5;
    const found = await history.ended();
    expect(found.map(({ isGood }) => isGood).sort()).toEqual([false, true]);
    expect(read).toEqual(['1', '2', '3', '1']);
    // Once more it fails.
    tasks[2] = ended('3', { ...old, ended: [at(-9), at(6)] });
    clock.minute = 7;
    await history.ended();
    expect(read).toEqual(['1', '2', '3', '1', '3']);
    expect(asked).toEqual(['1', '2']);
  });

  it('does not count the days before somebody tried again', async () => {
    const { history } = setup([
      ended('1', {
        created: at(-3 * day),
        before: [
          { type: 'log', body: { status: 'failed' }, createdAt: at(-3 * day) },
          { type: 'recovered', body: {}, createdAt: at(-11) },
        ],
      }),
    ]);
    expect(await history.ended()).toMatchObject([{ seconds: 120 }]);
  });

  it('leaves out what was refused to somebody', async () => {
    const status = 'failed' as const;
    const { history } = setup([
      ended('1', { status, error: { name: 'NotAllowedError' } }),
      ended('2', { status, error: { name: 'Error' } }),
    ]);
    expect(await history.ended()).toHaveLength(1);
  });

  it('forgets what ended more than 90 days ago', async () => {
    const { clock, history } = setup([
      ended('1', { created: at(-90 * day - 5), ended: [at(-90 * day + 5)] }),
      ended('2', { created: at(-90 * day - 5), ended: [at(-90 * day - 4)] }),
    ]);
    expect(await history.ended()).toHaveLength(1);
    clock.minute = 6;
    expect(await history.ended()).toEqual([]);
  });

  it('reads page by page, and later no more than the last ones', async () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      ended(String(i), { created: at(-i * day * 0.3), ended: [at(1)] }),
    );
    const { clock, history, lists } = setup(many);
    expect(await history.ended()).toHaveLength(250);
    clock.minute = 5;
    await history.ended();
    expect(lists).toEqual([0, 100, 200, 0, 0]);
  });

  it('asks again after a failure', async () => {
    const { scaffolder } = scaffolderWith([ended('1')]);
    let fails = true;
    const history = new TaskHistory({
      scaffolder: {
        ...scaffolder,
        async listTasks(...request) {
          if (fails) throw new Error('The scaffolder is down');
          return scaffolder.listTasks(...request);
        },
      },
      auth: mockServices.auth(),
      now: () => minutes(0),
    });
    await expect(history.ended()).rejects.toThrow('The scaffolder is down');
    fails = false;
    expect(await history.ended()).toHaveLength(1);
  });
});

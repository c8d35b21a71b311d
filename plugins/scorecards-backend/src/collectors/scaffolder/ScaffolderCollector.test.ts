import { mockServices } from '@backstage/backend-test-utils';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import { collectAll } from '../../__testUtils__/collect';
import { ScaffolderCollector } from './ScaffolderCollector';

type Options = ConstructorParameters<typeof ScaffolderCollector>[0];
type LogEvents = Awaited<ReturnType<Options['scaffolder']['getLogs']>>;

interface Task {
  id: string;
  created: string;
  ended: string[];
  status?: 'completed' | 'failed' | 'cancelled';
}

const at = (time: string) => `2026-11-28T${time}.000Z`;

/** A scaffolder with these tasks, latest first, as it answers them. */
function scaffolderWith(tasks: Task[]): Options['scaffolder'] {
  return {
    async listTasks({ limit = 0, offset = 0, status = [] }) {
      const asked = tasks.filter(task =>
        [status].flat().includes(task.status ?? 'completed'),
      );
      const items = asked.slice(offset, offset + limit).map(
        ({ id, created, ended, status: is = 'completed' }) =>
          ({
            id,
            status: is,
            createdAt: at(created),
            lastHeartbeatAt: at(ended[ended.length - 1]),
          }) as ScaffolderTask,
      );
      return { items, totalItems: asked.length };
    },
    async getLogs({ taskId }) {
      const task = tasks.find(({ id }) => id === taskId)!;
      return task.ended.map((end, id) => ({
        id,
        taskId,
        type: 'completion',
        body: {},
        createdAt: at(end),
      })) as unknown as LogEvents;
    },
  };
}

async function collect(
  tasks: Task[],
  measure: string,
  entities = ['group:default/a'],
) {
  const [result] = await collectAll(
    new ScaffolderCollector({
      scaffolder: scaffolderWith(tasks),
      auth: mockServices.auth(),
      schedule: { everySeconds: 300, timeoutSeconds: 60 },
    }),
    [{ source: { measure }, entities, from: at('09:00:00') }],
    at('10:00:00'),
  );
  return result;
}

describe('the collector of the scaffolder', () => {
  const tasks: Task[] = [
    { id: '5', created: '09:59:00', ended: ['10:01:00'] },
    { id: '4', created: '09:30:00', ended: ['09:40:00'], status: 'failed' },
    { id: '3', created: '09:29:00', ended: ['09:20:00', '09:40:00'] },
    { id: '2', created: '09:00:00', ended: ['09:00:30'], status: 'cancelled' },
    { id: '1', created: '08:58:00', ended: ['09:10:00'] },
    { id: '0', created: '08:00:00', ended: ['08:10:00'] },
  ];

  it('counts which of the tasks that ended since were good, by their end', async () => {
    const { samples } = await collect(tasks, 'success-rate');
    expect(samples).toMatchObject([
      { at: at('09:40:00'), good: 1, total: 2 },
      { at: at('09:10:00'), good: 1, total: 1 },
    ]);
  });

  it('measures the time of good ones from the order to the last end', async () => {
    const { samples } = await collect(tasks, 'duration');
    expect(samples).toMatchObject([
      { at: at('09:40:00'), sum: 660, count: 1, unit: 's' },
      { at: at('09:10:00'), sum: 720, count: 1, unit: 's' },
    ]);
  });

  it('reads page by page', async () => {
    const many = Array.from({ length: 250 }, (_, i) => ({
      id: String(i),
      created: '09:30:00',
      ended: ['09:40:00'],
    }));
    const { samples } = await collect(many, 'success-rate');
    expect(samples).toMatchObject([{ good: 250, total: 250 }]);
  });

  it('has nothing to say when nothing ended', async () => {
    expect(await collect([], 'duration')).toEqual({ kpi: 'k0', samples: [] });
  });

  it('is about everybody, so that one group has the KPI', async () => {
    const { fault } = await collect(tasks, 'duration', ['a', 'b']);
    expect(fault?.message).toContain('2 groups have the KPI');
  });
});

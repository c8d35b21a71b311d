import {
  type SchedulerServiceTaskFunction,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { openTables } from '../__testUtils__/tables';
import { verdictServices } from '../__testUtils__/verdicts';
import { TreeHistory } from './TreeHistory';
import { createRecording } from './createRecording';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('createRecording', () => {
  it('forgets idempotency keys after a day', async () => {
    const knex = await openTables(databases, 'SQLITE_3');
    const services = verdictServices({
      kpis: [],
      tree: new OrgTree({ at: '', groups: [], people: [] }),
      now: '2026-11-28T12:00:00Z',
    });
    const recording = createRecording({
      ...services,
      knex,
      retentionDays: 800,
      history: new TreeHistory(services),
    });
    const tasks = new Map<string, SchedulerServiceTaskFunction>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async (
        task: SchedulerServiceTaskScheduleDefinition & {
          id: string;
          fn: SchedulerServiceTaskFunction;
        },
      ) => {
        tasks.set(task.id, task.fn);
      },
    });
    await recording.schedule(scheduler);
    const send = (key: string) =>
      recording.keys.run({ key, caller: 'ann', request: key }, async () => key);
    await send('old');
    services.world.now = '2026-11-29T11:00:00Z';
    await send('young');
    services.world.now = '2026-11-29T13:00:00Z';
    await tasks.get('scorecards-idempotency-keys')?.(
      new AbortController().signal,
    );
    expect(await knex('idempotency_keys').pluck('key')).toEqual(['young']);
  });
});

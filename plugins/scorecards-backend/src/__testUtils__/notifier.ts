import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Verdict } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { cell, definitionsOf, directory, groupRef, kpi } from './work';
import type { StoredChange } from '../database/ChangeStore';
import { DatabaseNoticeStore } from '../database/DatabaseNoticeStore';
import { DatabasePendingChangeStore } from '../database/DatabasePendingChangeStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { Notifier } from '../engine/Notifier';

export const minute = 60_000;

/** Notifiers over tables that are open, what they have sent, and a time that a test sets. */
export async function notifierOf(knex: Knex) {
  const sent: NotificationSendOptions[] = [];
  const world = { now: Date.parse('2026-11-28T09:00:00Z'), fails: false, sent };
  const verdicts = new DatabaseVerdicts(knex);
  await verdicts.write(({ cells }) =>
    cells.put([cell('uptime', 'squad'), cell('cost', 'squad')]),
  );
  const notices = new DatabaseNoticeStore(knex);

  const notifications = {
    async send(options: NotificationSendOptions) {
      if (world.fails) throw new Error('nobody listens');
      world.sent.push(options);
    },
  };

  const replica = () =>
    new Notifier({
      changes: new DatabasePendingChangeStore(knex),
      notices,
      notifications,
      definitions: definitionsOf(kpi('uptime'), kpi('cost')),
      directory,
      logger: mockServices.logger.mock(),
      coolDownMs: 60 * minute,
      now: () => new Date(world.now),
    });

  const changed = (
    from: Verdict,
    to: Verdict,
    fields: Partial<StoredChange> = {},
  ) =>
    verdicts.write(({ changes }) =>
      changes.add([
        {
          kpi: 'uptime',
          entity: groupRef('squad'),
          group: groupRef('squad'),
          from,
          to,
          text: '98 %',
          target: '>= 99%',
          reason: 'because',
          at: world.now,
          source: 'push',
          ...fields,
        },
      ]),
    );

  const titles = () => world.sent.map(({ payload }) => payload.title);

  return Object.assign(world, { knex, notices, replica, changed, titles });
}

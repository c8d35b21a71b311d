import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { Reaper } from '../engine/Reaper';
import { Upkeep } from '../engine/Upkeep';
import { Warner } from '../engine/Warner';
import type { setupServices } from './services';

type Sent = Parameters<NotificationService['send']>[0];

/** The upkeep of some services, with what it writes and tells. */
export function setupUpkeep({
  clock,
  clusters,
  look,
  orgModel,
}: ReturnType<typeof setupServices>) {
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const sent: Sent[] = [];
  const notifications = { send: async (one: Sent) => void sent.push(one) };
  const shared = {
    logger,
    auditor,
    look,
    notifications,
    orgModel,
    now: clock.now,
  };
  const keepers = [new Reaper(shared), new Warner(shared)];
  const upkeep = new Upkeep({ clusters, keepers, logger });
  return { upkeep, logger, auditor, event, sent };
}

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { WaiverStore } from '../database/WaiverStore';
import type { CampaignCommands } from '../services/CampaignCommands';
import type { Notifier } from './Notifier';
import type { ReportCaller } from './ReportCaller';

type TaskFunction = (signal: AbortSignal) => Promise<void>;

/** Does what falls due: ends waivers, begins campaigns, tells people. */
export class WorkKeeper {
  readonly #options: {
    waivers: Pick<WaiverStore, 'expire'>;
    campaigns: Pick<CampaignCommands, 'beginDue'>;
    notifier: Pick<Notifier, 'run'>;
    reports: Pick<ReportCaller, 'run'>;
    now: () => Date;
  };

  constructor(options: {
    waivers: Pick<WaiverStore, 'expire'>;
    campaigns: Pick<CampaignCommands, 'beginDue'>;
    notifier: Pick<Notifier, 'run'>;
    reports: Pick<ReportCaller, 'run'>;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** Each task may run twice at once: all of it is idempotent. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { waivers, campaigns, notifier, reports, now } = this.#options;
    const each = (id: string, seconds: number, fn: TaskFunction) =>
      scheduler.scheduleTask({
        id: `scorecards-${id}`,
        scope: 'global',
        frequency: { seconds },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 5 },
        fn,
      });
    await each('expire-waivers', 30, async () => {
      await waivers.expire(now().getTime());
    });
    await each('begin-campaigns', 60, () => campaigns.beginDue());
    await each('notify', 60, signal => notifier.run(signal));
    await each('call-reports', 900, () => reports.run());
  }
}

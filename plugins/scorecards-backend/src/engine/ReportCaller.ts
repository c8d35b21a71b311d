import type { HealthReadStore } from '../database/HealthReadStore';
import type { NoticeStore } from '../database/NoticeStore';
import { dayOf } from '../domain/day';
import { justEnded, reportNotices } from '../domain/reportNotices';
import type { Directory } from '../services/Directory';

/** Tells leads and executives, once, that the report of a week or month can be read. */
export class ReportCaller {
  readonly #options: {
    notices: NoticeStore;
    health: Pick<HealthReadStore, 'onDays'>;
    directory: Pick<Directory, 'tree'>;
    now: () => Date;
  };

  constructor(options: {
    notices: NoticeStore;
    health: Pick<HealthReadStore, 'onDays'>;
    directory: Pick<Directory, 'tree'>;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** As often as one likes, on any number of replicas. */
  async run(): Promise<void> {
    const { notices, health, directory, now } = this.#options;
    const at = now().getTime();
    const periods = justEnded(dayOf(at));
    if (periods.length === 0) return;
    const tree = await directory.tree();
    const rows = await health.onDays(
      tree.roots.slice(0, 1),
      periods.map(({ to }) => to),
    );
    // A report of a time in which nothing was measured is no news.
    const told = periods.filter(({ to }) => rows.some(({ day }) => day === to));
    await notices.add(told.flatMap(period => reportNotices(tree, period, at)));
  }
}

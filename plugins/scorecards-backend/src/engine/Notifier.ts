import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ClaimedNotice, NoticeStore } from '../database/NoticeStore';
import type { PendingChangeStore } from '../database/PendingChangeStore';
import { GroupNews, changeNotice, planChanges } from '../domain/changeNotices';
import type { Notice } from '../domain/notices';
import { SceneOptions, currentScene } from '../services/Scene';
import { namesOf } from '../services/namesOf';

/** What changes together comes in several transactions; it is told at once. */
const soonMs = 2_000;
const changesAtOnce = 2_000;
const noticesAtOnce = 50;
/** Longer than a sender takes; who dies with a notice in hand holds it back no longer. */
const leaseMs = 5 * 60_000;
const firstPauseMs = 60_000;
const mostAttempts = 12;
const keepMs = 90 * 86_400_000;

/** The receiver keeps no more of a title, and refuses a longer one on PostgreSQL. */
const mostLetters = 255;

function shortened(title: string): string {
  return title.length > mostLetters
    ? `${title.slice(0, mostLetters - 1)}…`
    : title;
}

export interface NotifierOptions extends SceneOptions {
  changes: PendingChangeStore;
  notices: NoticeStore;
  notifications: NotificationService;
  logger: LoggerService;
  /** A cell is told no more often. */
  coolDownMs: number;
  now: () => Date;
}

/**
 * Tells people what changed. Writing down what is to be told and sending it are two steps: the first
 * is one transaction, so that nothing is told twice or lost; the second tries until it succeeds.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Runs in a moment, once for all who ask until then. */
  soon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.run().catch(error =>
        this.#options.logger.warn(
          `Notifications wait for the next minute: ${stringifyError(error)}`,
        ),
      );
    }, soonMs);
    this.#timer.unref();
  }

  /** Forgets what was to be done soon; the next replica or start does it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async run(signal?: AbortSignal): Promise<void> {
    await this.plan();
    await this.send(signal);
  }

  /** Writes down what groups are to be told of changed verdicts. */
  async plan(): Promise<void> {
    const { changes, coolDownMs, now } = this.#options;
    const at = now().getTime();
    const pending = await changes.pending({
      now: at,
      coolDownMs,
      limit: changesAtOnce,
    });
    if (pending.length === 0) return;
    // With SQLite all of this is work of this thread: others get their turn in between.
    await setImmediate();
    const tell = planChanges(pending);
    const notices = await this.#notices(tell, at);
    await setImmediate();
    // Another replica may have been faster; what it left is planned next time.
    await changes.settle({
      changes: pending.map(({ id }) => id),
      told: tell.flatMap(({ news }) => news.map(({ change }) => change)),
      notices,
      now: at,
    });
  }

  /** Sends what is due, each by one replica alone. */
  async send(signal?: AbortSignal): Promise<void> {
    const { notices, now } = this.#options;
    for (;;) {
      const claimed = await notices.claim({
        now: now().getTime(),
        leaseMs,
        limit: noticesAtOnce,
      });
      for (const notice of claimed) {
        if (signal?.aborted) return;
        await this.#send(notice);
      }
      if (claimed.length < noticesAtOnce) break;
    }
    await notices.prune(now().getTime() - keepMs);
  }

  async #notices(tell: readonly GroupNews[], at: number): Promise<Notice[]> {
    const { directory } = this.#options;
    const { set } = await currentScene(this.#options);
    const changes = tell.flatMap(({ news }) => news.map(each => each.change));
    const named = await namesOf(
      directory,
      changes.flatMap(({ group, entity }) => [group, entity]),
    );
    return tell.map(each =>
      changeNotice(
        each,
        {
          group: named(each.group).title,
          cell: ({ kpi, entity, group }) => {
            const title = set.byId.get(kpi)?.title ?? kpi;
            return entity === group
              ? title
              : `${title} of ${named(entity).title}`;
          },
        },
        at,
      ),
    );
  }

  async #send(notice: ClaimedNotice): Promise<void> {
    const { notices, notifications, logger, now } = this.#options;
    const { id, recipients, payload, attempts } = notice;
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...recipients] },
        // Of the same scope the receiver keeps one: sent again after a crash, it is no second one.
        payload: { ...payload, title: shortened(payload.title), scope: id },
      });
    } catch (error) {
      const isLast = attempts >= mostAttempts;
      const pause = firstPauseMs * 2 ** (attempts - 1);
      const problem = stringifyError(error);
      logger.warn(
        `The notification ${id} could not be sent${isLast ? ' and is given up' : ', it is tried again'}: ${problem}`,
      );
      await notices.failed(id, {
        at: isLast ? undefined : now().getTime() + pause,
        problem,
      });
      return;
    }
    await notices.sent(id, now().getTime());
  }
}

import { InputError } from '@backstage/errors';
import { toCsv } from '@squadron/backend-kit';
import type { Report } from '@squadron/plugin-scorecards-common';
import type { CampaignStore } from '../database/CampaignStore';
import type { HealthReadStore } from '../database/HealthReadStore';
import { ALL_CATEGORIES } from '../database/HealthStore';
import type {
  MissedCell,
  ReportStore,
  ReportedChange,
} from '../database/ReportStore';
import type { WaiverStore } from '../database/WaiverStore';
import { freshDays } from '../domain/campaigns';
import { dayOf, dayText, startOf } from '../domain/day';
import { HealthTable, healthOf } from '../domain/healthViews';
import { Period, previousPeriod, readPeriod } from '../domain/period';
import { valueText } from '../domain/reasons';
import {
  answerOf,
  changeOf,
  mostReported,
  reportTable,
  worstFirst,
} from '../domain/report';
import { targetAt } from '../domain/targets';
import type { CampaignQueries } from './CampaignQueries';
import { Scene, SceneOptions, currentScene } from './Scene';
import type { TreeHistory } from './TreeHistory';
import type { WaiverQueries } from './WaiverQueries';
import { groupNamed } from './groupsBelow';
import { namesOf } from './namesOf';

/** More changes than anybody reads of; the net of them is told. */
const mostChanges = 20_000;
/** Groups that a report lists: children and theirs. */
const levels = 2;

export interface ReportQueryOptions extends SceneOptions {
  reports: ReportStore;
  health: HealthReadStore;
  history: TreeHistory;
  waivers: { store: WaiverStore; queries: WaiverQueries };
  campaigns: { store: CampaignStore; queries: CampaignQueries };
  now: () => Date;
}

interface Asked extends Scene {
  period: Period;
  /** The last day that is over or runs. */
  end: number;
  isRunning: boolean;
  root: string;
  groups: string[];
  /** From the first moment until the one after the last. */
  span: { from: number; to: number };
}

/** Makes weekly and monthly reports of what is stored; the same few statements for any part of the tree. */
export class ReportQueries {
  readonly #options: ReportQueryOptions;

  constructor(options: ReportQueryOptions) {
    this.#options = options;
  }

  async get(text: string, rootText?: string): Promise<Report> {
    const { reports, now } = this.#options;
    const asked = await this.#asked(text, rootText);
    const { period, root, isRunning, span } = asked;
    const [health, changed, waivers, campaigns, collectors] = await Promise.all(
      [
        this.#health(asked),
        this.#changes(asked),
        this.#waivers(asked),
        this.#campaigns(asked),
        reports.runs(span),
      ],
    );
    return {
      period: period.text,
      kind: period.kind,
      from: dayText(period.from),
      to: dayText(period.to),
      root: { ref: root, title: asked.tree.get(root)!.title },
      generatedAt: now().toISOString(),
      answer: answerOf({ kind: period.kind, isRunning, ...health }),
      ...health,
      ...changed,
      waivers,
      campaigns,
      collectors,
    };
  }

  async csv(text: string, rootText?: string): Promise<string> {
    const { header, rows } = reportTable(await this.get(text, rootText));
    return toCsv(header, rows);
  }

  async #asked(text: string, rootText?: string): Promise<Asked> {
    const { history, now } = this.#options;
    const period = readPeriod(text);
    const today = dayOf(now().getTime());
    if (period.from > today) {
      throw new InputError(
        `${text} begins on ${dayText(period.from)}, which is ahead: ask for one that has begun`,
      );
    }
    const end = Math.min(period.to, today);
    const { set } = await currentScene(this.#options);
    const [{ tree }] = await history.spans(end, end);
    const root = rootText ? groupNamed(tree, rootText) : tree.roots[0];
    return {
      set,
      tree,
      period,
      end,
      isRunning: period.to >= today,
      root,
      groups: tree.subtree(root).map(({ ref }) => ref),
      span: { from: startOf(period.from), to: startOf(period.to + 1) },
    };
  }

  async #health({ tree, root, period, end }: Asked) {
    const { health } = this.#options;
    const listed = tree.subtree(root, levels);
    const refs = listed.map(({ ref }) => ref);
    const [latest, past] = await Promise.all([
      health.latest(refs, end),
      health.onDays(refs, [previousPeriod(period).to]),
    ]);
    const now = new HealthTable(latest);
    const then = new Map(past.map(row => [row.group, healthOf(row)]));
    const groups = listed.slice(1).flatMap(({ ref, title }) => {
      const present = now.of(ref, ALL_CATEGORIES);
      if (!present) return [];
      const before = then.get(ref)?.score;
      const change = changeOf(present.score, before);
      return [{ ref, title, health: present, before, change }];
    });
    return {
      health: now.of(root, ALL_CATEGORIES) ?? healthOf(undefined),
      before: then.get(root),
      groups,
    };
  }

  async #changes(asked: Asked): Promise<Pick<Report, 'changes' | 'missed'>> {
    const { reports, directory } = this.#options;
    const { set, groups, span, isRunning, end } = asked;
    const scope = { groups, limit: mostReported };
    const kpis = set.kpis.map(kpi => ({
      kpi: kpi.id,
      freshDays: freshDays(kpi),
    }));
    const [all, missed] = await Promise.all([
      reports.changes(span, { groups, limit: mostChanges }),
      isRunning ? reports.missedNow(scope) : reports.missedOn(end, kpis, scope),
    ]);
    const changes = worstFirst(all).slice(0, mostReported);
    const named = await namesOf(
      directory,
      [...changes, ...missed].map(({ entity }) => entity),
    );
    const withNames = <T extends { kpi: string; entity: string; at: number }>({
      kpi,
      entity,
      at,
    }: T) => ({
      kpi,
      title: set.byId.get(kpi)?.title ?? kpi,
      entity: named(entity),
      at: new Date(at).toISOString(),
    });
    return {
      changes: changes.map(change => ({
        ...withNames(change),
        ...wordsOf(change),
      })),
      missed: missed.map(cell => ({
        ...withNames(cell),
        ...missedWords(asked, cell),
      })),
    };
  }

  async #waivers({ groups, span }: Asked): Promise<Report['waivers']> {
    const { store, queries } = this.#options.waivers;
    const found = await store.listBetween(span.from, span.to, groups);
    return queries.describe(found, undefined);
  }

  async #campaigns({ groups, period, span }: Asked) {
    const { store, queries } = this.#options.campaigns;
    const all = await store.list(groups);
    const within = all.filter(
      ({ fromDay, dueDay, closedAt = Infinity }) =>
        fromDay <= period.to && dueDay >= period.from && closedAt >= span.from,
    );
    const last = dayText(period.to);
    return (await queries.describe(within)).map(campaign => ({
      ...campaign,
      trend: campaign.trend.filter(({ day }) => day <= last),
    }));
  }
}

function wordsOf({ from, to, text, target, reason }: ReportedChange) {
  return { from, to, text, target, reason };
}

/** What was written down when it was missed first; else what the day itself says. */
function missedWords({ set, end }: Asked, cell: MissedCell) {
  const kpi = set.byId.get(cell.kpi);
  const text = cell.text ?? (kpi && valueText(kpi, cell));
  const target = cell.target ?? (kpi && targetAt(kpi, startOf(end)))?.text;
  return {
    from: cell.from ?? 'none',
    to: 'missed',
    text,
    target,
    reason:
      cell.reason ?? `${text ?? 'The value'} misses ${target ?? 'its target'}.`,
  };
}

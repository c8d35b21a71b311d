import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Verdict } from '@squadron/plugin-scorecards-common';
import { CellChange, isNotable, isWorse, netChanges } from './changes';
import type { Notice } from './notices';

/** A change of a verdict that nobody was told of yet. */
export interface PendingChange extends CellChange {
  /** `98.2 %`. */
  text?: string;
  target?: string;
  source: string;
  /** Whether a waiver of the cell is in force. */
  waived: boolean;
}

/** What became of a cell since its group last heard of it. */
export interface CellNews {
  change: PendingChange;
  /** How often the verdict changed. */
  times: number;
  kind: 'worse' | 'better' | 'flapped';
}

export interface GroupNews {
  group: string;
  news: CellNews[];
}

/** Sample data pages nobody, and a waiver says that it is known. */
const isSilent = ({ source, waived }: PendingChange) =>
  source === 'sample' || waived;

/**
 * What each group is to be told at once: for each cell what became of it, and of a verdict that went
 * to and fro how often it changed.
 *
 * @param changes - of cells that are not cooling down, in the order in which they were found
 */
export function planChanges(changes: readonly PendingChange[]): GroupNews[] {
  const byCell = new Map<string, PendingChange[]>();
  for (const change of changes) {
    if (isSilent(change)) continue;
    const key = `${change.kpi} ${change.entity}`;
    byCell.set(key, [...(byCell.get(key) ?? []), change]);
  }
  const groups = new Map<string, CellNews[]>();
  for (const ofCell of byCell.values()) {
    const news = newsOf(ofCell);
    if (!news) continue;
    const { group } = news.change;
    groups.set(group, [...(groups.get(group) ?? []), news]);
  }
  return [...groups].map(([group, news]) => ({ group, news }));
}

function newsOf(changes: readonly PendingChange[]): CellNews | undefined {
  const [change] = netChanges(changes);
  if (!change) return undefined;
  const times = changes.length;
  if (isNotable(change)) {
    return { change, times, kind: isWorse(change) ? 'worse' : 'better' };
  }
  return times > 1 && changes.some(isNotable)
    ? { change, times, kind: 'flapped' }
    : undefined;
}

const words: Readonly<Record<Verdict, string>> = {
  met: 'met again',
  at_risk: 'at risk',
  missed: 'missed',
  none: 'without a verdict',
};

const kinds = ['worse', 'better', 'flapped'] as const;
/** So many lines are read at a glance; the page has the rest. */
const mostLines = 10;

/** One notification for everything that a group is told. */
export function changeNotice(
  { group, news }: GroupNews,
  titles: {
    group: string;
    cell: (change: PendingChange) => string;
  },
  now: number,
): Notice {
  const sorted = [...news].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
  const lines = sorted.slice(0, mostLines).map(each => lineOf(each, titles));
  const more = news.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  const [name] = group.split('/').slice(-1);
  return {
    id: `changes:${group}:${news.map(({ change }) => change.id).at(-1)}`,
    recipients: [group],
    createdAt: now,
    payload: {
      title: `${titles.group}: ${summaryOf(news)}`,
      description: lines.join('\n'),
      link: `/scorecards?scope=${encodeURIComponent(name)}`,
      severity: severityOf(news),
      topic: 'Targets',
    },
  };
}

function lineOf(
  { change, times }: CellNews,
  { cell }: { cell: (change: PendingChange) => string },
): string {
  const { to, text, target } = change;
  const value = text && target ? `: ${text}, target ${target}` : '';
  const often = times > 1 ? `, after ${times} changes` : '';
  return `${cell(change)} is ${words[to]}${often}${value}`;
}

function summaryOf(news: readonly CellNews[]): string {
  const counts = [
    [count(news, 'worse', 'missed'), 'missed'],
    [count(news, 'worse', 'at_risk'), 'at risk'],
    [count(news, 'better'), 'better'],
    [count(news, 'flapped'), 'to and fro'],
  ] as const;
  const parts = counts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`);
  const targets = news.length === 1 ? 'target' : 'targets';
  return `${news.length} ${targets} changed (${parts.join(', ')})`;
}

function count(
  news: readonly CellNews[],
  kind: CellNews['kind'],
  to?: Verdict,
): number {
  return news.filter(
    each => each.kind === kind && (to === undefined || each.change.to === to),
  ).length;
}

function severityOf(
  news: readonly CellNews[],
): NotificationPayload['severity'] {
  if (count(news, 'worse', 'missed') > 0) return 'high';
  return count(news, 'worse') > 0 ? 'normal' : 'low';
}

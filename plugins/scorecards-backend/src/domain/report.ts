import type {
  Health,
  Report,
  VerdictChange,
} from '@squadron/plugin-scorecards-common';
import { CellChange, isNotable, isWorse, netChanges } from './changes';
import type { Period } from './period';

type ReportedGroup = Report['groups'][number];

/** Who reads on sees the page; a report stays one that can be printed. */
export const mostReported = 200;

const ranks = ['missed', 'at_risk', 'met', 'none'] as const;

/** What became of each cell in a period: what got worse first, and of that what is missed; then the latest. */
export function worstFirst<T extends CellChange>(changes: readonly T[]): T[] {
  const rank = (change: T) =>
    (isWorse(change) ? 0 : ranks.length) + ranks.indexOf(change.to);
  return netChanges(changes)
    .filter(isNotable)
    .sort((a, b) => rank(a) - rank(b) || b.at - a.at);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const points = (change: number) => {
  const n = Math.abs(Math.round(change * 1_000)) / 10;
  return `${n} ${n === 1 ? 'point' : 'points'}`;
};
const isSeen = (change: number) => Math.round(change * 1_000) !== 0;

/** So what? In one or two sentences with numbers. */
export function answerOf(report: {
  kind: Period['kind'];
  isRunning: boolean;
  health: Health;
  before?: Health;
  groups: readonly ReportedGroup[];
}): string {
  const { kind, isRunning, health, before, groups } = report;
  const { score, missed, met, atRisk, stale, error, noData } = health;
  const soFar = isRunning ? ' so far' : '';
  if (score === undefined) {
    return `Nothing with a target was measured${soFar}.`;
  }
  const unit = kind === 'weekly' ? 'week' : 'month';
  const targets = met + atRisk + missed + stale + error + noData;
  const sentences = [
    `The score is ${percent(score)}${soFar}${trendText(score, before?.score, unit)}.`,
    `${missed} of ${targets} targets ${missed === 1 ? 'is' : 'are'} missed${moreText(missed, before?.missed)}.`,
    groupText(groups),
  ];
  return sentences.filter(Boolean).join(' ');
}

function trendText(
  score: number,
  before: number | undefined,
  unit: string,
): string {
  if (before === undefined) return '';
  const change = score - before;
  if (!isSeen(change)) return `, as at the end of the ${unit} before`;
  const way = change > 0 ? 'up' : 'down';
  return `, ${points(change)} ${way} on the ${unit} before`;
}

function moreText(missed: number, before: number | undefined): string {
  if (before === undefined || before === missed) return '';
  const n = Math.abs(missed - before);
  return `, ${n} ${missed > before ? 'more' : 'fewer'} than before`;
}

/** The group that fell the most, or when none did the one that rose the most. */
function groupText(groups: readonly ReportedGroup[]): string {
  const changed = groups
    .filter(({ change = 0 }) => isSeen(change))
    .sort((a, b) => a.change! - b.change!);
  const [worst] = changed;
  const best = changed.at(-1);
  if (worst && worst.change! < 0) {
    return `${worst.title} fell the most, by ${points(worst.change!)}.`;
  }
  return best ? `${best.title} rose the most, by ${points(best.change!)}.` : '';
}

const header = [
  'section',
  'group',
  'kpi',
  'entity',
  'from',
  'to',
  'at',
  'value',
  'target',
  'score',
  'before',
  'change',
  'detail',
] as const;

type Line = Partial<Record<(typeof header)[number], string | number>>;

/** The report as one table. */
export function reportTable(report: Report): {
  header: readonly string[];
  rows: (string | number | undefined)[][];
} {
  const lines: Line[] = [
    {
      section: 'summary',
      group: report.root.title,
      score: report.health.score,
      before: report.before?.score,
      change: changeOf(report.health.score, report.before?.score),
      detail: report.answer,
    },
    ...report.groups.map(({ title, health, before, change }) => ({
      section: 'group',
      group: title,
      score: health.score,
      before,
      change,
    })),
    ...report.changes.map(change => changeLine('change', change)),
    ...report.missed.map(missed => changeLine('missed', missed)),
    ...report.waivers.map(waiver => ({
      section: 'waiver',
      group: waiver.group.title,
      kpi: waiver.kpiTitle,
      entity: waiver.entity.title,
      to: waiver.state,
      at: waiver.requestedAt,
      detail: waiver.reason,
    })),
    ...report.campaigns.map(campaign => ({
      section: 'campaign',
      group: campaign.group.title,
      to: campaign.state,
      at: campaign.due,
      value: campaign.progress,
      detail: campaign.title,
    })),
    ...report.collectors.map(({ id, runs, failed }) => ({
      section: 'collector',
      value: failed,
      detail: `${id}: ${failed} of ${runs} runs failed`,
    })),
  ];
  const rows = lines.map(line => header.map(name => line[name]));
  return { header, rows };
}

function changeLine(section: string, change: VerdictChange): Line {
  return {
    section,
    kpi: change.title,
    entity: change.entity.title,
    from: change.from,
    to: change.to,
    at: change.at,
    value: change.text,
    target: change.target,
    detail: change.reason,
  };
}

/** Points of a score; nothing when one of the two is unknown. */
export function changeOf(
  score: number | undefined,
  before: number | undefined,
): number | undefined {
  return score === undefined || before === undefined
    ? undefined
    : score - before;
}

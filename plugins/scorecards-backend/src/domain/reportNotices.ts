import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Notice } from './notices';
import { Period, periodAt, previousPeriod } from './period';

/** Who was down for so long has no news any more. */
const mostDaysLate = 3;

/** Weeks and months that ended within the last days. */
export function justEnded(today: number): Period[] {
  return (['weekly', 'monthly'] as const)
    .map(kind => previousPeriod(periodAt(kind, today)))
    .filter(({ to }) => today - to <= mostDaysLate);
}

/** Groups that others hang below, units aside, which are worked by the people of their squad. */
function ledGroups(tree: OrgTree): string[] {
  return tree
    .groups()
    .filter(({ ref }) => tree.children(ref).some(({ type }) => type !== 'unit'))
    .map(({ ref }) => ref);
}

/**
 * Tells that a report can be read: of a week whoever leads a group with groups below it, with the
 * report of the highest of these; of a month the executives. Each is told once.
 */
export function reportNotices(
  tree: OrgTree,
  period: Period,
  now: number,
): Notice[] {
  return period.kind === 'weekly'
    ? weeklyNotices(tree, period, now)
    : monthlyNotices(tree, period, now);
}

function weeklyNotices(tree: OrgTree, period: Period, now: number): Notice[] {
  const groupOf = new Map<string, string>();
  for (const ref of ledGroups(tree)) {
    const lead = tree.get(ref)?.lead;
    const isPerson = lead !== undefined && tree.person(lead) !== undefined;
    if (isPerson && !groupOf.has(lead)) groupOf.set(lead, ref);
  }
  return [...groupOf].map(([lead, ref]) => {
    const { name, title } = tree.get(ref)!;
    return noticeOf(period, lead, now, {
      title: `Week ${period.text}: how the targets of ${title} stand`,
      link: `/scorecards/reports/${period.text}?scope=${encodeURIComponent(name)}`,
    });
  });
}

function monthlyNotices(tree: OrgTree, period: Period, now: number): Notice[] {
  return [...tree.people()]
    .filter(({ ref }) => tree.isExecutive(ref))
    .map(({ ref }) =>
      noticeOf(period, ref, now, {
        title: `Month ${period.text}: how the targets stand`,
        link: `/scorecards/reports/${period.text}`,
      }),
    );
}

function noticeOf(
  { text }: Period,
  person: string,
  createdAt: number,
  payload: { title: string; link: string },
): Notice {
  return {
    id: `report:${text}:${person}`,
    recipients: [person],
    createdAt,
    payload: {
      ...payload,
      description: 'What changed, why, and what to fix first.',
      severity: 'low',
      topic: 'Reports',
    },
  };
}

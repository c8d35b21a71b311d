import type {
  Campaign,
  CampaignState,
  RowCell,
} from '@squadron/plugin-scorecards-common';
import type { Mark } from '../../../lib/marks';

const marks: Readonly<Record<CampaignState, Mark>> = {
  planned: { status: 'no-data', words: 'planned' },
  running: { status: 'at-risk', words: 'running' },
  reached: { status: 'met', words: 'reached' },
  over: { status: 'missed', words: 'not reached in time' },
  closed: { status: 'no-data', words: 'closed' },
};

export function campaignMark({ state }: Pick<Campaign, 'state'>): Mark {
  return marks[state];
}

/** How many campaigns run, and which is due next. */
export function campaignsAnswer(campaigns: readonly Campaign[]): string {
  const running = campaigns.filter(({ state }) => state === 'running');
  if (running.length === 0) return 'No campaign runs.';
  const [next] = [...running].sort((a, b) => a.due.localeCompare(b.due));
  const head =
    running.length === 1
      ? '1 campaign runs'
      : `${running.length} campaigns run`;
  return `${head}; ${next.title} is due on ${next.due}, ${Math.round(next.progress * 100)} % done.`;
}

/** A KPI that a campaign may be about, with how many of its cells do not hold. */
export interface CampaignChoice {
  kpi: string;
  title: string;
  cells: number;
  open: number;
}

/** What a campaign may be about: the KPIs of some cells, those with most to do first. */
export function campaignChoices(cells: readonly RowCell[]): CampaignChoice[] {
  const choices = new Map<string, CampaignChoice>();
  for (const { kpi, title, status, target } of cells) {
    if (target === undefined) continue;
    const known = choices.get(kpi) ?? { kpi, title, cells: 0, open: 0 };
    known.cells += 1;
    if (status !== 'met') known.open += 1;
    choices.set(kpi, known);
  }
  return [...choices.values()].sort(
    (a, b) => b.open - a.open || a.title.localeCompare(b.title),
  );
}

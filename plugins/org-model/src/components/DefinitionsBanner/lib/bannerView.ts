import type {
  DefinitionProblem,
  DefinitionsStatus,
  Me,
} from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';

/** `division-1b.yaml:12:3`, as far as it is known. */
export function placeOf({
  file,
  line,
  column,
}: DefinitionProblem): string | undefined {
  return file && [file, line, column].filter(Boolean).join(':');
}

/** Errors before warnings, by file and line within each. */
export function orderProblems(
  problems: DefinitionProblem[],
): DefinitionProblem[] {
  const rank = { error: 0, warning: 1 };
  return [...problems].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}

/** What the banner says. */
export interface BannerView {
  /** Changes with what is wrong, so that a dismissed banner comes back for something new. */
  id: string;
  title: string;
  place?: string;
  message?: string;
  problems: DefinitionProblem[];
}

/** The banner's words, or nothing when the definitions are good or the person cannot mend them. */
export function bannerView(
  status: DefinitionsStatus,
  roles: Me['roles'],
  now: DateTime,
): BannerView | undefined {
  if (status.status === 'ok') return undefined;
  const mends = roles.includes('manager') || roles.includes('executive');
  if (status.status === 'stale' && !mends) return undefined;
  const problems = orderProblems(status.problems);
  const first: DefinitionProblem | undefined = problems[0];
  const since =
    status.lastGoodAt &&
    DateTime.fromISO(status.lastGoodAt)
      .setLocale('en')
      .toRelative({ base: now });
  const title =
    status.status === 'empty'
      ? 'The organization could not be read yet, so the portal is empty.'
      : `A definition has a fault. The portal shows the organization as last read${since ? `, ${since}` : ''}.`;
  return {
    id: [status.status, first && placeOf(first), first?.message].join(' '),
    title,
    place: first && placeOf(first),
    message: first?.message,
    problems,
  };
}

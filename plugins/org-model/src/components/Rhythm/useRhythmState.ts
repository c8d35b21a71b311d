import { useSearchParam } from '@squadron/ui';
import { cadenceKinds } from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import type { Kind } from './kinds';
import { AGENDA_DAYS } from './lib/agenda';

const isKind = (text: string): text is Kind =>
  cadenceKinds.some(kind => kind === text);

function yearOf(text: string, now: DateTime): number {
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : now.year;
}

/** The filters of the rhythm page, kept in the address. */
export function useRhythmState(now: DateTime) {
  const [kindText, setKindText] = useSearchParam('kind');
  const [text, setText] = useSearchParam('q');
  const [yearText, setYearText] = useSearchParam('year');
  const [viewText, setView] = useSearchParam('view');
  const [opened, setOpened] = useSearchParam('cadence');
  const kinds = useMemo(() => kindText.split(',').filter(isKind), [kindText]);
  const view: 'year' | 'list' = viewText === 'list' ? 'list' : 'year';
  const year = yearOf(yearText, now);
  return {
    kinds,
    setKinds: (next: Kind[]) => setKindText(next.join(',')),
    text,
    setText,
    year,
    setYear: (next: number) =>
      setYearText(next === now.year ? '' : String(next)),
    view,
    setView: (next: 'year' | 'list') => setView(next === 'list' ? next : ''),
    opened,
    setOpened,
    from: view === 'list' ? now.toISODate()! : `${year}-01-01`,
    to:
      view === 'list'
        ? now.plus({ days: AGENDA_DAYS }).toISODate()!
        : `${year}-12-31`,
  };
}

export type RhythmState = ReturnType<typeof useRhythmState>;

import { useOrgTree } from '@squadron/plugin-org-model-react';
import { EmptyState } from '@squadron/ui';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { AgendaView } from './AgendaView';
import { CadenceDrawer } from './CadenceDrawer';
import { agenda } from './lib/agenda';
import { byCadence, filterCadences, rhythmSections } from './lib/rhythmRows';
import { yearGrid } from './lib/yearGrid';
import type { RhythmAnswer } from './useRhythm';
import type { RhythmState } from './useRhythmState';
import { YearView } from './YearView';

interface RhythmBodyProps {
  answer: RhythmAnswer;
  state: RhythmState;
  now: DateTime;
  scopeTitle: string;
}

function Nothing({ answer, scopeTitle }: RhythmBodyProps) {
  if (answer.cadences.length) {
    return (
      <EmptyState title="No cadence fits the filter">
        Shorten the text or choose more kinds.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No cadence of ${scopeTitle} yet`}>
      Planning, reviews, drills and rotations stand here as soon as they are
      written under <code>cadences</code> of a group in its definition file.
    </EmptyState>
  );
}

function Agenda(props: RhythmBodyProps) {
  const { answer, now, state } = props;
  const { kinds, text, setOpened } = state;
  const days = useMemo(
    () =>
      agenda({
        cadences: filterCadences(answer.cadences, { kinds, text }),
        occurrences: answer.occurrences,
        now,
      }),
    [answer, now, kinds, text],
  );
  if (!days.length) {
    return (
      <EmptyState title="Nothing in the next 30 days">
        The year view shows what comes later.
      </EmptyState>
    );
  }
  return <AgendaView days={days} onOpen={setOpened} />;
}

function Year({ answer, state, now }: RhythmBodyProps) {
  const { value: tree } = useOrgTree();
  const { kinds, text, year, setOpened } = state;
  const grid = useMemo(
    () => yearGrid(year, now.zoneName ?? 'UTC'),
    [year, now],
  );
  const occurrences = useMemo(
    () => byCadence(answer.occurrences),
    [answer.occurrences],
  );
  const cadences = useMemo(
    () => new Map(answer.cadences.map(each => [each.key, each])),
    [answer.cadences],
  );
  const sections = useMemo(
    () =>
      rhythmSections({
        cadences: filterCadences(answer.cadences, { kinds, text }),
        occurrences,
        nodes: tree?.nodes ?? [],
        grid,
      }),
    [answer.cadences, kinds, text, occurrences, tree, grid],
  );
  return (
    <YearView
      grid={grid}
      sections={sections}
      cadences={cadences}
      occurrences={occurrences}
      now={now}
      onOpen={setOpened}
    />
  );
}

/** The year or the agenda of what the filters leave, and the drawer of one cadence. */
export function RhythmBody(props: RhythmBodyProps) {
  const { answer, state, now } = props;
  const some = filterCadences(answer.cadences, state).length > 0;
  const opened = answer.cadences.find(({ key }) => key === state.opened);
  const View = state.view === 'list' ? Agenda : Year;
  return (
    <>
      {some ? <View {...props} /> : <Nothing {...props} />}
      {opened && (
        <CadenceDrawer
          cadence={opened}
          now={now}
          onClose={() => state.setOpened('')}
        />
      )}
    </>
  );
}

import { Button } from '@backstage/ui';
import {
  toCalendar,
  toCalendarEvents,
} from '@squadron/plugin-org-model-common';
import { ScopePicker, useScopeRoots } from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  LoadingState,
  Page,
  PageHeader,
  saveFile,
} from '@squadron/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { rhythmAnswer } from './lib/rhythmAnswer';
import { countKinds, filterCadences } from './lib/rhythmRows';
import { RhythmBody } from './RhythmBody';
import { RhythmFilters } from './RhythmFilters';
import { SubscribeDialog } from './SubscribeDialog';
import { RhythmAnswer, useRhythm } from './useRhythm';
import { RhythmState, useRhythmState } from './useRhythmState';

export interface RhythmPageProps {
  /** The clock of the person; given only to show another moment. */
  now?: DateTime;
}

function download(answer: RhythmAnswer, state: RhythmState, title: string) {
  const events = toCalendarEvents({
    cadences: filterCadences(answer.cadences, state),
    occurrences: answer.occurrences,
    at: new Date(),
  });
  const text = toCalendar(`Rhythm of ${title}`, events);
  saveFile(`rhythm-${state.from}.ics`, 'text/calendar;charset=utf-8', text);
}

function Actions(props: {
  answer?: RhythmAnswer;
  state: RhythmState;
  title: string;
  onSubscribe: () => void;
}) {
  const { answer, state, title, onSubscribe } = props;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!answer?.occurrences.length}
        onPress={() => answer && download(answer, state, title)}
      >
        Download .ics
      </Button>
      <Button size="small" onPress={onSubscribe}>
        Subscribe
      </Button>
    </>
  );
}

/** Every cadence of the scope: the year by group, or the next 30 days. */
export function RhythmPage({ now: fixed }: RhythmPageProps) {
  const [opened] = useState(() => DateTime.local());
  const now = fixed ?? opened;
  const state = useRhythmState(now);
  const { roots, title } = useScopeRoots();
  const { value, error, retry } = useRhythm(
    roots,
    state,
    now.zoneName ?? 'UTC',
  );
  const [subscribing, setSubscribing] = useState(false);
  return (
    <Page>
      <PageHeader
        title="Rhythm"
        answer={
          value &&
          rhythmAnswer({
            cadences: filterCadences(value.cadences, state),
            occurrences: value.occurrences,
            now,
          })
        }
        scope={<ScopePicker />}
        actions={
          <Actions
            answer={value}
            state={state}
            title={title}
            onSubscribe={() => setSubscribing(true)}
          />
        }
      />
      <RhythmFilters
        state={state}
        counts={countKinds(value?.cadences ?? [])}
        thisYear={now.year}
      />
      {error && (
        <ErrorState
          title="The rhythm could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading the rhythm" lines={12} />
      )}
      {value && (
        <RhythmBody answer={value} state={state} now={now} scopeTitle={title} />
      )}
      {subscribing && <SubscribeDialog onClose={() => setSubscribing(false)} />}
    </Page>
  );
}

import type { EnvironmentPhase } from '@squadron/plugin-environments-common';
import type { Status } from '@squadron/ui';

/** The mark of each phase, and what it is called. */
export const phaseMarks: Readonly<
  Record<EnvironmentPhase, { status: Status; words: string }>
> = {
  preparing: { status: 'no-data', words: 'being made' },
  ready: { status: 'met', words: 'ready' },
  expired: { status: 'at-risk', words: 'about to go' },
  terminating: { status: 'waived', words: 'being taken away' },
  stuck: { status: 'missed', words: 'stuck' },
};

/** Whether the cluster takes an environment away already, so that nothing can be done with it. */
export function isGoing(phase: EnvironmentPhase): boolean {
  return phase === 'terminating' || phase === 'stuck';
}

import type { EnvironmentPhase } from '@squadron/plugin-environments-common';
import { StatusMark } from '@squadron/ui';
import { phaseMarks } from '../../lib/phases';

/** Where an environment stands. */
export function PhaseMark({ phase }: { phase: EnvironmentPhase }) {
  const { status, words } = phaseMarks[phase];
  return <StatusMark status={status}>{words}</StatusMark>;
}

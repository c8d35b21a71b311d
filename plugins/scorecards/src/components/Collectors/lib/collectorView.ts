import type {
  CollectorStatus,
  Run,
  RunState,
} from '@squadron/plugin-scorecards-common';
import type { Mark } from '../../../lib/marks';

const healthMarks: Readonly<Record<CollectorStatus['health'], Mark>> = {
  ok: { status: 'met', words: 'well' },
  partial: { status: 'at-risk', words: 'partly failing' },
  failing: { status: 'missed', words: 'failing' },
  skipped: { status: 'no-data', words: 'skipped' },
  idle: { status: 'no-data', words: 'no KPI uses it' },
  waiting: { status: 'no-data', words: 'waits for its first run' },
};

const runMarks: Readonly<Record<RunState, Mark>> = {
  ok: { status: 'met', words: 'well' },
  partial: { status: 'at-risk', words: 'partly failed' },
  failed: { status: 'missed', words: 'failed' },
  skipped: { status: 'no-data', words: 'skipped' },
  running: { status: 'stale', words: 'running' },
};

export function collectorMark({ health }: CollectorStatus): Mark {
  return healthMarks[health];
}

/** Why the last run was skipped; nothing where it was not. */
export function skippedBecause({
  health,
  lastRun,
}: CollectorStatus): string | undefined {
  if (health !== 'skipped' || lastRun?.state !== 'skipped') return undefined;
  return lastRun.problems[0]?.message ?? 'It had no KPI to ask for.';
}

export function runMark(state: RunState): Mark {
  return runMarks[state];
}

/** `1.4 s`, or nothing while it runs. */
export function runDuration({ startedAt, finishedAt }: Run): string {
  if (!finishedAt) return 'running';
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function answerOf(used: readonly CollectorStatus[]): string {
  const failing = used.filter(
    ({ health }) => health === 'failing' || health === 'partial',
  );
  const waiting = used.filter(({ health }) => health === 'waiting').length;
  const skipped = used.filter(({ health }) => health === 'skipped');
  const all = used.length;
  if (all === 0) return 'No collector is in use.';
  if (failing.length > 0) {
    const names = failing.map(({ title }) => title).join(', ');
    return `${failing.length} of ${all} collectors ${failing.length === 1 ? 'fails' : 'fail'}: ${names}.`;
  }
  if (waiting > 0) {
    return `${waiting} of ${all} collectors ${waiting === 1 ? 'waits for its' : 'wait for their'} first run.`;
  }
  if (skipped.length > 0) {
    const names = skipped.map(({ title }) => title).join(', ');
    return `${skipped.length} of ${all} collectors ${skipped.length === 1 ? 'has' : 'have'} nothing to ask: ${names}.`;
  }
  return all === 1
    ? 'The collector in use is well.'
    : `All ${all} collectors in use are well.`;
}

/** Which collectors fail, and how many KPIs nobody measures because of it. */
export function collectorsAnswer(options: {
  items: readonly CollectorStatus[];
  pushed: { kpis: number; silent: number };
}): string {
  const { items, pushed } = options;
  const used = items.filter(({ health }) => health !== 'idle');
  const silent = pushed.silent
    ? ` ${pushed.silent} of ${pushed.kpis} pushed KPIs have never been pushed.`
    : '';
  return `${answerOf(used)}${silent}`;
}

import type { LogEvent, TaskSpec } from '@backstage/plugin-scaffolder-common';
import { isRendering } from './rendering';

type Log = readonly Pick<LogEvent, 'type' | 'body' | 'createdAt'>[];

/** Actions whose refusal of an input is about what somebody has filled in. */
const checks = ['squadron:tags:check', 'squadron:project:find'];
const looks = [...checks, 'squadron:environment:find'];
/** How the scaffolder begins when a template gives an action what that does not take. */
const faultOfTemplate = 'Invalid input passed to action';

/** When a task ended; nothing while it has not. */
export function endOf(log: Log): Date | undefined {
  const end = log.filter(({ type }) => type === 'completion').pop();
  return end && new Date(end.createdAt);
}

/**
 * When the attempt began of which a task has ended; nothing for the first. The scaffolder notes the same when
 * somebody tries again and when it goes on after a stop of the portal: only before the former has a step ended badly.
 */
export function retryOf(log: Log): Date | undefined {
  let hasFailed = false;
  let startedAt: Date | undefined;
  for (const { type, body, createdAt } of log) {
    if (type === 'recovered' && hasFailed) {
      startedAt = new Date(createdAt);
      hasFailed = false;
    }
    hasFailed ||= body.status === 'failed' || body.status === 'cancelled';
  }
  return startedAt;
}

/**
 * Whether a task failed because of who ordered it, before it had made anything: they have no right to it, or a check
 * has refused what they filled in. That says nothing about the golden path.
 */
export function isRefusal(log: Log, steps: TaskSpec['steps']): boolean {
  const { name, message } = errorOf(log);
  const actionOf = new Map(steps.map(({ id, action }) => [id, action]));
  const actionsThat = (status: string) =>
    log.flatMap(({ body }) =>
      body.status === status && body.stepId !== undefined
        ? (actionOf.get(body.stepId) ?? '')
        : [],
    );
  const hasMade = actionsThat('completed').some(
    action => !isRendering(action) && !looks.includes(action),
  );
  if (hasMade) return false;
  if (name === 'NotAllowedError') return true;
  const failed = actionsThat('failed').pop() ?? '';
  return (
    name === 'InputError' &&
    checks.includes(failed) &&
    !message.startsWith(faultOfTemplate)
  );
}

/** The error that a task ended with, which the type of its log does not tell. */
function errorOf(log: Log): { name: string; message: string } {
  const end = log.filter(({ type }) => type === 'completion').pop();
  const body: Readonly<Record<string, unknown>> = { ...end?.body };
  const error = body.error as { name?: unknown; message?: unknown } | undefined;
  return { name: String(error?.name), message: String(error?.message) };
}

import { ConflictError } from '@backstage/errors';
import type { EnvironmentFacts, EnvironmentRecord, Told } from './facts';

const minute = 60_000;
const hour = 60 * minute;

/** How long environments stay, in milliseconds. */
export interface Limits {
  /** While the golden path that makes it goes on. */
  preparing: number;
  /** When that has ended, and the most that it is kept longer at once. */
  ready: number;
  /** From its making on, however often it is kept longer. */
  most: number;
}

export const defaultLimits: Limits = {
  preparing: 30 * minute,
  ready: 72 * hour,
  most: 14 * 24 * hour,
};

/** The moments before an end at which somebody is told, latest first. */
const warnings: readonly { told: Told; before: number }[] = [
  { told: '1h', before: hour },
  { told: '12h', before: 12 * hour },
];

/** What somebody need not be told any more: whoever sets an end knows how near it is. */
export function toldAt(expiresAt: Date, now: Date): Told {
  const left = expiresAt.getTime() - now.getTime();
  return warnings.find(({ before }) => left <= before)?.told ?? '';
}

/** The latest moment to which an environment can be kept. */
export function latestEnd({ createdAt }: EnvironmentFacts, limits: Limits) {
  return new Date(createdAt.getTime() + limits.most);
}

/** The end of an environment that somebody begins to make. */
export function firstEnd(now: Date, limits: Limits): Date {
  return new Date(now.getTime() + limits.preparing);
}

/** An end some time from now, which brings none nearer and keeps within the most. */
function laterEnd(
  facts: EnvironmentFacts,
  ms: number,
  now: Date,
  limits: Limits,
): Date {
  const most = latestEnd(facts, limits).getTime();
  const wanted = Math.min(now.getTime() + ms, most);
  return new Date(Math.max(facts.expiresAt.getTime(), wanted));
}

/** What changes when somebody begins again with an environment that there is. */
export function begunAgain(
  facts: EnvironmentFacts,
  now: Date,
  limits: Limits,
): Partial<EnvironmentFacts> {
  return { expiresAt: laterEnd(facts, limits.preparing, now, limits) };
}

/** What changes when the golden path has ended well. Said twice, it is the same. */
export function promoted(
  facts: EnvironmentFacts,
  now: Date,
  limits: Limits,
): Partial<EnvironmentFacts> {
  const expiresAt = laterEnd(facts, limits.ready, now, limits);
  return { stage: 'ready', expiresAt, told: toldAt(expiresAt, now) };
}

/**
 * What changes when somebody keeps it longer.
 *
 * @throws `ConflictError` when it is not ready, or cannot be kept any longer
 */
export function extended(
  facts: EnvironmentRecord,
  hours: number,
  now: Date,
  limits: Limits,
): Partial<EnvironmentFacts> {
  const { name } = facts.namespace;
  if (facts.stage === 'preparing') {
    throw new ConflictError(
      `${name} is being made: keep it longer when its golden path has ended`,
    );
  }
  const most = latestEnd(facts, limits);
  if (facts.expiresAt >= most || now >= most) {
    throw new ConflictError(
      `${name} cannot be kept longer than until ${most.toISOString()}, ${limits.most / (24 * hour)} days after it was made: make a new one when it has gone`,
    );
  }
  const wanted = Math.min(hours * hour, limits.ready);
  const expiresAt = laterEnd(facts, wanted, now, limits);
  return { expiresAt, told: toldAt(expiresAt, now) };
}

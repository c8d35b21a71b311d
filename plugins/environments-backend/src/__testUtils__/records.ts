import {
  type EnvironmentFacts,
  type EnvironmentRecord,
  type NamespaceRecord,
  annotationsOf,
  labelsOf,
} from '../domain/facts';

/** The moment at which the tests' environments are made. */
export const made = new Date('2026-11-28T12:00:00Z');

/** A moment some hours after that. */
export function hoursLater(hours: number): Date {
  return new Date(made.getTime() + hours * 3_600_000);
}

/** Facts of an environment that is ready. */
export function facts(some: Partial<EnvironmentFacts> = {}): EnvironmentFacts {
  return {
    component: 'component:default/shop',
    owner: 'group:default/squad-b-1',
    createdBy: 'user:default/engineer-b-1',
    createdAt: made,
    expiresAt: hoursLater(72),
    stage: 'ready',
    told: '',
    ...some,
  };
}

/** The namespace of an environment. */
export function namespace(
  some: Partial<NamespaceRecord> = {},
  about: EnvironmentFacts = facts(),
): NamespaceRecord {
  return {
    name: 'dev-shop',
    uid: 'uid-1',
    version: '1',
    labels: labelsOf(about),
    annotations: annotationsOf(about),
    finalizers: [],
    conditions: [],
    ...some,
  };
}

/** An environment as its cluster keeps it. */
export function environment(
  about: Partial<EnvironmentFacts> = {},
  some: Partial<NamespaceRecord> = {},
): EnvironmentRecord {
  const all = facts(about);
  return { ...all, namespace: namespace(some, all) };
}

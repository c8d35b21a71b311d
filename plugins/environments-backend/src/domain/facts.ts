import { parseEntityRef } from '@backstage/catalog-model';

const prefix = 'environments.squadron';

const managedByLabel = 'app.kubernetes.io/managed-by';
export const manager = 'squadron';
const componentLabel = `${prefix}/component`;
const ownerLabel = `${prefix}/owner`;

/** Selects what this plugin has made. */
export const managedSelector = `${managedByLabel}=${manager}`;

const annotations = {
  component: `${prefix}/component`,
  branch: `${prefix}/branch`,
  owner: `${prefix}/owner`,
  createdBy: `${prefix}/created-by`,
  createdAt: `${prefix}/created-at`,
  expiresAt: `${prefix}/expires-at`,
  stage: `${prefix}/phase`,
  task: `${prefix}/task`,
  told: `${prefix}/warned`,
} as const;

/** What a cluster says of a namespace. */
export interface NamespaceRecord {
  name: string;
  uid: string;
  /** Changes with every write, in the cluster's own words. */
  version: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** When somebody asked for its end. */
  deletedAt?: Date;
  finalizers: readonly string[];
  /** What the cluster says of taking it away. */
  conditions: readonly { type: string; isTrue: boolean; message: string }[];
}

/** How far the golden path that makes an environment has come. */
export type Stage = 'preparing' | 'ready';

/** What somebody has been told of an environment last. */
export type Told = '' | '12h' | '1h' | 'stuck';

/** What the plugin writes on a namespace and reads from it again: all that is known of an environment. */
export interface EnvironmentFacts {
  component: string;
  branch?: string;
  owner: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  stage: Stage;
  /** Of the scaffolder, which made it. */
  task?: string;
  told: Told;
}

/** An environment as its cluster keeps it. */
export interface EnvironmentRecord extends EnvironmentFacts {
  namespace: NamespaceRecord;
}

export function labelsOf(facts: EnvironmentFacts): Record<string, string> {
  return {
    [managedByLabel]: manager,
    [componentLabel]: parseEntityRef(facts.component).name,
    [ownerLabel]: parseEntityRef(facts.owner).name,
  };
}

/** The annotations of some facts. */
export function annotationsOf(
  facts: Partial<EnvironmentFacts>,
): Record<string, string> {
  const texts = Object.entries(annotations).flatMap(([name, key]) => {
    const value = facts[name as keyof typeof annotations];
    if (value === undefined) return [];
    return [[key, value instanceof Date ? value.toISOString() : value]];
  });
  return Object.fromEntries(texts);
}

function momentOf(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function toldOf(text: string | undefined): Told {
  return text === '12h' || text === '1h' || text === 'stuck' ? text : '';
}

export function isManaged(namespace: NamespaceRecord): boolean {
  return namespace.labels[managedByLabel] === manager;
}

/**
 * The environment that a namespace is. Nothing when it bears no label of this plugin, or when
 * somebody has spoilt what the plugin wrote on it: such a namespace is never touched.
 */
export function readEnvironment(
  namespace: NamespaceRecord,
): EnvironmentRecord | undefined {
  const text = (key: keyof typeof annotations) =>
    namespace.annotations[annotations[key]];
  const component = text('component');
  const owner = text('owner');
  const createdAt = momentOf(text('createdAt'));
  const expiresAt = momentOf(text('expiresAt'));
  const isWhole = component && owner && createdAt && expiresAt;
  if (!isManaged(namespace) || !isWhole) return undefined;
  return {
    namespace,
    component,
    branch: text('branch'),
    owner,
    createdBy: text('createdBy') ?? owner,
    createdAt,
    expiresAt,
    stage: text('stage') === 'ready' ? 'ready' : 'preparing',
    task: text('task'),
    told: toldOf(text('told')),
  };
}

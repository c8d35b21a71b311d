import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  Kpi,
  kpiSchema,
  RELATION_LEADER_OF,
  roleInTitle,
} from '@squadron/plugin-org-model-common';
import type { GroupTree } from '@squadron/plugin-org-model-react';

/** A group as a link. */
export interface GroupMention {
  ref: string;
  title: string;
}

/** What a User's entity says of the person at work. */
export interface PersonView {
  role?: string;
  joinedAt?: string;
  responsibilities: string[];
  kpis: Kpi[];
  home?: GroupMention;
  /** The groups of the dotted lines. */
  also: GroupMention[];
  leads: GroupMention[];
  source?: string;
}

const text = (value: unknown) =>
  typeof value === 'string' && value ? value : undefined;

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

function groupRefOf(name: string, namespace: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(name, {
        defaultKind: 'group',
        defaultNamespace: namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

function related(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

function titleOf({ metadata, spec }: Entity): string {
  const { displayName } = (spec?.profile ?? {}) as { displayName?: unknown };
  return text(displayName) ?? metadata.title ?? '';
}

/** Reads a person's role, work and groups from their entity. The home is `spec.home`, else the first group of `memberOf`. */
export function personView(
  entity: Entity,
  tree: Pick<GroupTree, 'byRef'> | undefined,
): PersonView {
  const spec = entity.spec ?? {};
  const mention = (ref: string): GroupMention => ({
    ref,
    title: tree?.byRef.get(ref)?.title ?? parseEntityRef(ref).name,
  });
  const namespace = entity.metadata.namespace ?? 'default';
  const written = texts(spec.memberOf)
    .map(name => groupRefOf(name, namespace))
    .filter((ref): ref is string => ref !== undefined);
  // The catalog sorts memberOf; `spec.home` says which of them is the home.
  const home = groupRefOf(text(spec.home) ?? '', namespace);
  const groups = [
    ...new Set([
      ...(home && written.includes(home) ? [home] : []),
      ...written,
      ...related(entity, RELATION_MEMBER_OF),
    ]),
  ].map(mention);
  const kpis = Array.isArray(spec.kpis) ? spec.kpis : [];
  return {
    role: text(spec.role) ?? roleInTitle(titleOf(entity)),
    joinedAt: text(spec.joinedAt),
    responsibilities: texts(spec.responsibilities),
    kpis: kpis.flatMap(kpi => {
      const parsed = kpiSchema.safeParse(kpi);
      return parsed.success ? [parsed.data] : [];
    }),
    home: groups[0],
    also: groups.slice(1),
    leads: [...new Set(related(entity, RELATION_LEADER_OF))].map(mention),
    source: text(spec.source),
  };
}

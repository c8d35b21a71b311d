import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { GroupAnswer, StackItem } from '@squadron/plugin-org-model-common';

/** Whether an entity has a charter: a Group, or the System or Domain that carries its group's name. */
export function hasCharter(entity: Entity): boolean {
  const kind = entity.kind.toLocaleLowerCase('en');
  if (kind === 'group') return true;
  const owner = entity.spec?.owner;
  if (!['system', 'domain'].includes(kind) || typeof owner !== 'string') {
    return false;
  }
  const ref = parseEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: entity.metadata.namespace ?? 'default',
  });
  return (
    ref.kind.toLocaleLowerCase('en') === 'group' &&
    ref.name === entity.metadata.name
  );
}

/** A chip of the stack. */
export interface StackChip {
  text: string;
  /** Ref of the Resource that it stands for. */
  technology?: string;
}

/** The stack as chips, each text once. */
export function stackChips(stack: StackItem[]): StackChip[] {
  const chips = new Map<string, StackChip>();
  for (const { text, technology } of stack) {
    if (chips.has(text)) continue;
    chips.set(text, {
      text,
      technology:
        technology &&
        stringifyEntityRef(
          parseEntityRef(technology, {
            defaultKind: 'resource',
            defaultNamespace: 'default',
          }),
        ),
    });
  }
  return [...chips.values()];
}

/** What a charter says nothing about, in the words of the file that it is written in. */
export function missingParts(group: GroupAnswer): string[] {
  const parts: Array<[string, boolean]> = [
    ['mission', !group.mission && !group.description],
    ['responsibilities', !group.responsibilities.length],
    ['KPIs', !group.kpis.length],
  ];
  return parts.filter(([, missing]) => missing).map(([part]) => part);
}

const plurals: Record<string, string> = {
  division: 'Divisions',
  squad: 'Squads',
  unit: 'Units',
  department: 'Departments',
  pod: 'Pods',
  team: 'Teams',
  council: 'Councils',
  hub: 'Hubs',
};

/** The heading over the groups directly below: `Units` when all of them are units. */
export function childrenTitle(types: string[]): string {
  const [type] = types;
  const same = types.every(each => each === type);
  return (same && plurals[type]) || 'Groups below';
}

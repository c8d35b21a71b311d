import { DefinitionPath, nearest } from '@squadron/backend-kit';
import { toGroupRef } from '@squadron/plugin-org-model-common';
import type { AppliesTo } from '@squadron/plugin-scorecards-common';
import type { KpiContext } from './context';

const prefix = 'group:default/';

/** The ref of a group that stands at a path, or nothing when there is no such group. */
export function readGroup(
  text: string,
  path: DefinitionPath,
  { item, at, problems, known }: KpiContext,
): string | undefined {
  const ref = toGroupRef(text);
  if (ref && (known?.has(ref) ?? true)) return ref;
  const names = [...(known ?? [])]
    .filter(each => each.startsWith(prefix))
    .map(each => each.slice(prefix.length));
  const meant = nearest(text, names);
  problems.error(
    at(path),
    `${item.id}: there is no group "${text}"`,
    `write ${meant ?? 'the name of a group, such as squad-b-1'}`,
  );
  return undefined;
}

/** Which entities have the KPI, or nothing when that is said wrong. */
export function readAppliesTo(context: KpiContext): AppliesTo | undefined {
  const { item, at, problems } = context;
  if (item.appliesTo === 'owner') return { to: 'owner' };
  const { groups, each, below, components } = item.appliesTo;
  const said = [groups, each, components].filter(part => part !== undefined);
  if (said.length !== 1 || (each === undefined) !== (below === undefined)) {
    problems.error(
      at(['appliesTo'], 'field'),
      `${item.id}: "appliesTo" does not say one thing`,
      'write owner, { groups: [squad-b-1] }, { each: squad, below: division-1b } or { components: division-1b }',
    );
    return undefined;
  }
  if (groups !== undefined) {
    const refs = groups.map((text, position) =>
      readGroup(text, ['appliesTo', 'groups', position], context),
    );
    const found = refs.filter(ref => ref !== undefined);
    return { to: 'groups', groups: [...new Set(found)] };
  }
  if (components !== undefined) {
    const ref = readGroup(components, ['appliesTo', 'components'], context);
    return ref ? { to: 'components', below: ref } : undefined;
  }
  const ref = readGroup(below!, ['appliesTo', 'below'], context);
  return ref ? { to: 'each', type: each!, below: ref } : undefined;
}

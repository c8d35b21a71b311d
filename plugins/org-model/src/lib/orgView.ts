import { groupName, groupRef } from '@squadron/plugin-org-model-react';

/** Extra lines that a person may switch on in the chart. */
export const linkKinds = ['dependency', 'dotted'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** How the organization is looked at: all of it stands in the address. */
export interface OrgView {
  /** How many levels are open from the top of the scope; everything when undefined. */
  levels: number | undefined;
  /** Groups opened beyond, and closed within, the open levels. */
  open: ReadonlySet<string>;
  shut: ReadonlySet<string>;
  /** The group whose details are shown. */
  selected?: string;
  links: ReadonlySet<LinkKind>;
  /** Ids of the overlays that are on. */
  overlays: ReadonlySet<string>;
}

/** Asks once for the focus to move onto a group. */
export interface FocusRequest {
  ref: string;
}

/** The scope, its groups and theirs. */
const defaultLevels = 2;

function list(params: URLSearchParams, key: string): string[] {
  return params.get(key)?.split(',').filter(Boolean) ?? [];
}

function refs(params: URLSearchParams, key: string): Set<string> {
  return new Set(list(params, key).flatMap(name => safeRef(name) ?? []));
}

function safeRef(name: string | null): string | undefined {
  try {
    return name ? groupRef(name) : undefined;
  } catch {
    return undefined;
  }
}

function parseLevels(text: string | null): number | undefined {
  if (text === 'all') return undefined;
  const levels = Number(text ?? defaultLevels);
  return Number.isInteger(levels) && levels >= 0 ? levels : defaultLevels;
}

/** Reads the view from an address; what makes no sense there is as if it were not there. */
export function parseView(params: URLSearchParams): OrgView {
  const links = list(params, 'links');
  return {
    levels: parseLevels(params.get('levels')),
    open: refs(params, 'open'),
    shut: refs(params, 'shut'),
    selected: safeRef(params.get('selected')),
    links: new Set(linkKinds.filter(kind => links.includes(kind))),
    overlays: new Set(list(params, 'overlays')),
  };
}

/** Writes the view into an address, and leaves the rest of it as it is. */
export function writeView(
  params: URLSearchParams,
  view: OrgView,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (key: string, values: Iterable<string>) => {
    const text = [...values].join(',');
    if (text) next.set(key, text);
    else next.delete(key);
  };
  const levels = view.levels === undefined ? 'all' : String(view.levels);
  set('levels', levels === String(defaultLevels) ? [] : [levels]);
  set('open', [...view.open].map(groupName));
  set('shut', [...view.shut].map(groupName));
  set('selected', view.selected ? [groupName(view.selected)] : []);
  set('links', view.links);
  set('overlays', view.overlays);
  return next;
}

/** The address at which the chart shows a group among its siblings, open and selected. */
export function chartPath(group: { ref: string; parent?: string }): string {
  const params = new URLSearchParams({
    scope: groupName(group.parent ?? group.ref),
    open: groupName(group.ref),
    selected: groupName(group.ref),
  });
  return `/org?${params}`;
}

/** Whether a group at a depth below the top of the scope is open. */
export function isOpen(view: OrgView, ref: string, depth: number): boolean {
  if (view.open.has(ref)) return true;
  if (view.shut.has(ref)) return false;
  return view.levels === undefined || depth < view.levels;
}

/** Opens or closes groups, each at its depth below the top of the scope. */
export function setOpen(
  view: OrgView,
  groups: Array<{ ref: string; depth: number }>,
  wanted: boolean,
): OrgView {
  const open = new Set(view.open);
  const shut = new Set(view.shut);
  for (const { ref, depth } of groups) {
    open.delete(ref);
    shut.delete(ref);
    const byLevel = isOpen({ ...view, open, shut }, ref, depth);
    if (byLevel !== wanted) (wanted ? open : shut).add(ref);
  }
  return { ...view, open, shut };
}

/** Opens so many levels and forgets what was opened or closed one by one. */
export function setLevels(view: OrgView, levels: number | undefined): OrgView {
  return { ...view, levels, open: new Set(), shut: new Set() };
}

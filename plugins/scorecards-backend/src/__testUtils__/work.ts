import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import { group, person } from './records';

/** A company of two levels: each lead leads the group of their letter, `ceo` and `cfo` are executives. */
export const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization', title: 'Company', lead: 'ceo' }),
    group('board', { type: 'executive-team', parent: 'company' }),
    group('division', { type: 'division', parent: 'company', lead: 'dora' }),
    group('squad', { title: 'Squad', parent: 'division', lead: 'sam' }),
    group('other', { parent: 'division', lead: 'olga' }),
    group('far', { parent: 'company', lead: 'fred' }),
  ],
  people: [
    person('ceo', ['board']),
    person('cfo', ['board']),
    person('dora', ['division']),
    person('sam', ['squad']),
    person('eve', ['squad']),
    person('olga', ['other']),
    person('fred', ['far']),
  ],
});

export const groupRef = (name: string) => `group:default/${name}`;
export const userRef = (name: string) => `user:default/${name}`;

/** Finds what the tree has, and any component. */
export const directory = {
  tree: async () => tree,
  async resolve(texts: Iterable<string>) {
    const found = new Map<
      string,
      { ref: string; group: string; title: string }
    >();
    for (const text of texts) {
      const known = tree.get(text);
      if (known) {
        const { ref, title } = known;
        found.set(text, { ref, group: ref, title });
      } else if (text.startsWith('component:')) {
        const title = text.replace(/^.*\//, '');
        found.set(text, { ref: text, group: groupRef('squad'), title });
      }
    }
    return found;
  },
};

/** A ratio with an error budget of 30 days, unless the fields say otherwise. */
export function kpi(id: string, fields: Partial<Kpi> = {}): Kpi {
  return {
    id,
    title: `KPI ${id}`,
    text: id,
    category: 'availability',
    kind: 'ratio',
    unit: '%',
    direction: 'up',
    aggregation: 'ratio',
    windowDays: 30,
    cadenceSeconds: 60,
    freshSeconds: 3_600,
    onNoData: 'bad',
    errorBudgetDays: 30,
    weight: 1,
    dimensions: {},
    source: { type: 'push', text: 'pushed' },
    owner: groupRef('squad'),
    appliesTo: { to: 'owner' },
    targets: [{ op: '>=', value: '99', unit: '%', text: '>= 99%' }],
    document: { title: 'Document' },
    place: 'kpis.yaml:1',
    ...fields,
  };
}

/** Definitions of these KPIs. */
export function definitionsOf(...kpis: Kpi[]) {
  const byId = new Map(kpis.map(each => [each.id, each]));
  return { get: async () => ({ kpis, byId, hash: 'hash' }) };
}

/** A cell of a group that misses its target. */
export function cell(
  id: string,
  entity: string,
  fields: Partial<StoredCell> = {},
): StoredCell {
  return {
    kpi: id,
    entity: groupRef(entity),
    group: groupRef(entity),
    category: 'availability',
    verdict: 'missed',
    freshness: 'fresh',
    hasTarget: true,
    value: 0.98,
    text: '98 %',
    target: '>= 99%',
    reason: '98 % does not meet >= 99%',
    policy: 'bad',
    weight: 1,
    points: 0,
    source: 'push',
    ...fields,
  };
}

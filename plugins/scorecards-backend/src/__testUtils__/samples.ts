import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { kpi, ratio, target } from './kpi';
import { group } from './records';
import {
  component,
  openReplicas,
  sampleCommands,
  verdictServices,
} from './verdicts';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('division', { type: 'division', parent: 'company' }),
    group('a', { parent: 'division' }),
    group('b', { parent: 'division' }),
  ],
  people: [],
});
const kpis = [
  ratio('uptime', {
    windowDays: 30,
    targets: [target('>= 99%')],
    appliesTo: { to: 'each', type: 'squad', below: 'division' },
  }),
  kpi('mttr', {
    kind: 'duration',
    unit: 'min',
    direction: 'down',
    targets: [target('< 30 min')],
  }),
  kpi('nodes', { kind: 'gauge', unit: 'nodes' }),
  kpi('restore', {
    kind: 'gauge',
    onNoData: 'hold',
    windowDays: 2,
    targets: [
      target('>= 90', { to: '2026-11-26' }),
      target('>= 10', { from: '2026-11-27' }),
    ],
  }),
  kpi('latency', {
    unit: 'ms',
    direction: 'down',
    appliesTo: { to: 'components', below: 'division' },
    targets: [target('< 100 ms')],
  }),
];
export const a = 'group:default/a';
export const who = { source: 'push', by: 'user:default/ann' };
/** Everybody may send samples of every group. */
export const all = () => true;

/** Commands over tables that are open, of squads `a` and `b` and of components. */
export function commandsOf(knex: Knex) {
  const services = verdictServices({
    kpis,
    tree,
    components: [component('shop', a), component('orphan', 'group:default/z')],
    now: '2026-11-28T12:00:00Z',
  });
  return {
    ...openReplicas(knex),
    ...services,
    ...sampleCommands(knex, services),
  };
}

export const cellOf = async (knex: Knex, id: string, entity = a) =>
  knex('cells').where({ kpi: id, entity }).first();
/** A sample of a gauge without a target. */
export const nodes = (value: number, at = '2026-11-28T10:00:00Z') => ({
  kpi: 'nodes',
  entity: 'a',
  at,
  value,
});
/** A sample of a thousand events. */
export const uptime = (bad: number, at: string, entity = 'a') => ({
  kpi: 'uptime',
  entity,
  at,
  bad,
  total: 1000,
});

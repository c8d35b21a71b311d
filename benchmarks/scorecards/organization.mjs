/** What is measured: the same for this portal and for its peer. */
export const components = 2_000;
/** Fewer for a quick look. */
export const days = Number(process.env.BENCHMARK_DAYS ?? 90);
/** Samples in one request, the most that the API takes. */
export const batchSize = 10_000;
const divisions = 10;
const squads = 200;

const ratio = { kind: 'ratio', unit: '%', window: '30 d', errorBudget: '30 d' };
const duration = { kind: 'duration', unit: 'min', window: '30 d' };
const count = { kind: 'count', window: '30 d' };
const gauge = { kind: 'gauge' };

const kpis = [
  { ...ratio, category: 'availability', target: '>= 99.9%' },
  { ...ratio, category: 'availability', target: '>= 99.5%' },
  { ...ratio, category: 'quality', target: '>= 99%', errorBudget: undefined },
  { ...duration, category: 'speed', target: '<= 30 min' },
  { ...duration, category: 'speed', target: '<= 45 min' },
  { ...count, category: 'security', target: '= 0' },
  { ...count, category: 'delivery', target: '>= 20' },
  { ...gauge, category: 'cost', target: '<= 60' },
  { ...gauge, category: 'people', target: '>= 50' },
  { ...gauge, category: 'quality', target: '>= 40' },
].map((kpi, at) => ({
  id: `kpi-${at}`,
  title: `KPI ${at}`,
  text: `KPI ${at} holds ${kpi.target}`,
  owner: 'company',
  every: '1 d',
  freshFor: '3 d',
  onNoData: 'bad',
  source: 'push',
  document: 'Benchmark',
  appliesTo: { components: 'company' },
  ...kpi,
}));

/** Ten KPIs, as a file defines them. */
export const definitions = JSON.stringify({ kpis });

const groupRef = name => `group:default/${name}`;

function group(name, type, parent) {
  return {
    ref: groupRef(name),
    name,
    type,
    title: name,
    parent: parent && groupRef(parent),
    lifecycle: 'active',
    roles: [],
    onCall: false,
  };
}

/** Squads in divisions in a company. */
export function makeSnapshot() {
  const groups = [group('company', 'organization')];
  for (let at = 0; at < divisions; at++) {
    groups.push(group(`division-${at}`, 'division', 'company'));
  }
  for (let at = 0; at < squads; at++) {
    groups.push(group(`squad-${at}`, 'squad', `division-${at % divisions}`));
  }
  return { at: new Date().toISOString(), groups, people: [] };
}

export const refOf = at => `component:default/component-${at}`;

/** Ten components for each squad. */
export function makeComponents() {
  return Array.from({ length: components }, (_, at) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `component-${at}`, title: `Component ${at}` },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `squad-${at % squads}`,
    },
    relations: [
      { type: 'ownedBy', targetRef: groupRef(`squad-${at % squads}`) },
    ],
  }));
}

/** A number from 0 to 1 that is the same in every run. */
function chance(...seeds) {
  let hash = 2_166_136_261;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 16_777_619);
    hash ^= hash >>> 13;
  }
  return (hash >>> 0) / 2 ** 32;
}

function valuesOf(kpi, component, day) {
  const luck = chance(kpi, component, day);
  switch (kpis[kpi].kind) {
    case 'ratio':
      return { bad: Math.floor(luck * luck * 30), total: 10_000 };
    case 'duration':
      return { sum: Math.round(luck * 90) * 3, count: 3, unit: 'min' };
    case 'count':
      return { value: luck > 0.9 ? 1 : 0 };
    default:
      return { value: Math.round(luck * 1_000) / 10 };
  }
}

/** All samples of a day, in batches that the API takes. */
export function* batchesOf(day) {
  const at = new Date(day * 86_400_000 + 30_000).toISOString();
  let batch = [];
  for (let component = 0; component < components; component++) {
    for (let kpi = 0; kpi < kpis.length; kpi++) {
      batch.push({
        kpi: kpis[kpi].id,
        entity: refOf(component),
        at,
        ...valuesOf(kpi, component, day),
      });
      if (batch.length === batchSize) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

/** What the peer knows of a component: a fact for each KPI. */
export function factsOf(component) {
  return Object.fromEntries(
    kpis.map((_, at) => [
      `fact${at}`,
      Math.round(chance(at, component, 0) * 100),
    ]),
  );
}

/** The peer's check for each KPI. */
export const checks = kpis.map(({ title }, at) => ({
  id: `check-${at}`,
  name: title,
  fact: `fact${at}`,
}));

import { nearest } from '@squadron/backend-kit';
import type { KpiKind, KpiSource } from '@squadron/plugin-scorecards-common';
import type { KpiContext } from './context';
import type { KpiFileSource } from './schema';

type SourceFields = Exclude<KpiFileSource, 'push'>;
type Numbers = Partial<Record<(typeof numberFields)[number], string>>;

const sources = [
  'prometheus',
  'http',
  'catalog',
  'scaffolder',
  'plugin',
  'collector',
] as const;
const numberFields = ['value', 'good', 'bad', 'total', 'sum', 'count'] as const;

/** Where the samples come from, or nothing when that is said wrong. */
export function readSource(context: KpiContext): KpiSource | undefined {
  const { source } = context.item;
  if (source === 'push') {
    return { type: 'push', text: 'pushed through the API' };
  }
  const name = sourceName(source, context);
  if (!name || !checkFields(name, source, context)) return undefined;
  const { measure, plugin, collector, ...rest } = source;
  switch (name) {
    case 'prometheus':
    case 'http': {
      const numbers = source[name]!;
      if (!checkNumbers(name, numbers, context)) return undefined;
      const text =
        name === 'http'
          ? `read from ${source.http!.url}`
          : 'asked of Prometheus';
      return { ...numbers, type: name, text };
    }
    case 'catalog':
    case 'scaffolder':
      return {
        type: name,
        measure: source[name],
        text: `${source[name]} of the ${name}`,
      };
    case 'plugin':
      return pluginSource(plugin!, measure!, rest);
    default:
      return { ...rest, type: collector!, text: `collected by ${collector}` };
  }
}

function pluginSource(
  plugin: string,
  measure: string,
  narrowed: Record<string, unknown>,
): KpiSource {
  const dimensions = Object.fromEntries(
    Object.entries(narrowed).map(([key, value]) => [key, String(value)]),
  );
  const only = Object.entries(dimensions).map(
    ([key, value]) => `${key} ${value}`,
  );
  const of = only.length > 0 ? ` (${only.join(', ')})` : '';
  return {
    type: 'plugin',
    plugin,
    measure,
    dimensions,
    text: `measure ${measure}${of} of ${plugin}`,
  };
}

function sourceName(
  source: SourceFields,
  { item, at, problems }: KpiContext,
): (typeof sources)[number] | undefined {
  const said = sources.filter(name => source[name] !== undefined);
  if (said.length === 1) return said[0];
  const [misspelt] = Object.keys(source);
  const meant = said.length === 0 && misspelt && nearest(misspelt, sources);
  problems.error(
    at(['source'], 'field'),
    said.length > 1
      ? `${item.id}: it has two sources, "${said[0]}" and "${said[1]}"`
      : `${item.id}: its source is none of those that there are`,
    meant ? `write ${meant}` : `write push, or one of ${sources.join(', ')}`,
  );
  return undefined;
}

/** Only a measure can be narrowed, and only a module's collector has fields of its own. */
function checkFields(
  name: (typeof sources)[number],
  source: SourceFields,
  { item, at, problems }: KpiContext,
): boolean {
  if (name === 'collector') return true;
  if (name === 'plugin' && source.measure === undefined) {
    problems.error(
      at(['source', 'plugin'], 'field'),
      `${item.id}: which measure of ${source.plugin} is not said`,
      `add it: { plugin: ${source.plugin}, measure: mttd }`,
    );
    return false;
  }
  const isNarrowing = (value: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof value);
  const strange = Object.keys(source).filter(field =>
    name === 'plugin'
      ? !['plugin', 'measure'].includes(field) && !isNarrowing(source[field])
      : field !== name,
  );
  for (const field of strange) {
    problems.error(
      at(['source', field], 'field'),
      `${item.id}: "${field}" says nothing about ${name}`,
      name === 'plugin' ? 'write one word or number' : 'take it out',
    );
  }
  return strange.length === 0;
}

const shapes: Record<KpiKind, readonly string[]> = {
  ratio: ['good total', 'bad total'],
  duration: ['sum count', 'value'],
  count: ['value'],
  gauge: ['value'],
  level: ['value'],
};

/** A ratio is asked for by its events, which add up, and not as a finished percentage. */
function checkNumbers(
  name: 'prometheus' | 'http',
  numbers: Numbers,
  { item, at, problems }: KpiContext,
): boolean {
  const said = numberFields.filter(field => numbers[field] !== undefined);
  if (shapes[item.kind].includes(said.join(' '))) return true;
  const wanted = shapes[item.kind].map(shape => shape.replace(' ', ' and '));
  problems.error(
    at(['source', name], 'field'),
    `${item.id}: a ${item.kind} is not made of ${said.join(' and ') || 'nothing'}`,
    `write ${wanted.join(', or ')}`,
  );
  return false;
}

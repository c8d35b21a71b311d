import type { Measure, MeasureRow } from '@squadron/contract';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Sample } from '@squadron/plugin-scorecards-common';
import type { CollectedKpi } from '@squadron/plugin-scorecards-node';
import { CollectError } from '../CollectError';
import type { MeasureSource } from './source';

type Values = Pick<
  Sample,
  'good' | 'total' | 'sum' | 'count' | 'value' | 'unit'
>;

const total = (rows: readonly MeasureRow[], name: keyof MeasureRow) =>
  rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);

/** What rows of a day come to; nothing where nothing happened. */
function addUp(
  measure: Measure,
  rows: readonly MeasureRow[],
): Values | undefined {
  const count = total(rows, 'count');
  switch (measure.kind) {
    case 'ratio': {
      const all = total(rows, 'denominator');
      return all > 0
        ? { good: total(rows, 'numerator'), total: all }
        : undefined;
    }
    case 'duration':
      return count > 0
        ? { sum: total(rows, 'sum'), count, unit: 's' }
        : undefined;
    case 'count':
      return rows.length > 0 ? { value: total(rows, 'sum') } : undefined;
    case 'gauge':
      return count > 0
        ? { value: total(rows, 'sum') / count, unit: measure.unit || undefined }
        : undefined;
    default:
      return measure.kind satisfies never;
  }
}

const daySeconds = 86_400;

/** Each day is one sample, which grows while the day lasts. */
const momentOf = (day: string) => `${day}T00:00:00.000Z`;

function checkFit(
  { kpi, source, entities }: CollectedKpi<MeasureSource>,
  measure: Measure,
): void {
  const fail = (message: string) => {
    throw new CollectError('lasting', message);
  };
  if ((kpi.kind === 'ratio') !== (measure.kind === 'ratio')) {
    fail(
      `${source.plugin} measures ${measure.name} as a ${measure.kind}, which a KPI of the kind ${kpi.kind} cannot be`,
    );
  }
  if (source.dimensions.group !== undefined && entities.length !== 1) {
    fail(
      `The source names one group, and ${entities.length} groups have the KPI: leave group out`,
    );
  }
  if (kpi.cadenceSeconds < daySeconds) {
    fail(
      'Plugins measure by day: write `every: 1 d`, so that the sample of a day is not stale before the day is over',
    );
  }
}

/**
 * Samples of a KPI, one of each day and entity: rows of the entity and of what is below it, or of the group
 * that the KPI's source names.
 *
 * @throws CollectError when the measure does not fit the KPI
 */
export function measureSamples(
  asked: CollectedKpi<MeasureSource>,
  measure: Measure,
  rows: readonly MeasureRow[],
  tree: OrgTree,
): Sample[] {
  checkFit(asked, measure);
  const { kpi, source, entities } = asked;
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  return entities.flatMap(entity => {
    const own = source.dimensions.group
      ? rows
      : rows.filter(({ group }) => tree.isWithin(group, entity));
    return days.flatMap(day => {
      const values = addUp(
        measure,
        own.filter(row => row.day === day),
      );
      return values
        ? { kpi: kpi.id, entity, at: momentOf(day), ...values }
        : [];
    });
  });
}

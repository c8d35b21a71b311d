import {
  DefinitionFile,
  DefinitionProblem,
  hasErrors,
  locateIn,
  placeText,
  ProblemList,
  sortProblems,
  UniqueIds,
} from '@squadron/backend-kit';
import {
  Aggregation,
  allowedBadShare,
  canonicalUnit,
  directionOf,
  Kpi,
  KpiKind,
  KpiTarget,
  parseUnit,
  periodDays,
} from '@squadron/plugin-scorecards-common';
import type { KpiContext } from './context';
import { readAppliesTo, readGroup } from './references';
import { readSource } from './readSource';
import { readSpans } from './readSpans';
import { readTargets } from './readTargets';
import type { KpiFile } from './schema';

/** KPIs, or what is wrong; KPIs only when nothing is. */
export interface CompiledKpis {
  kpis: Kpi[];
  problems: DefinitionProblem[];
}

/**
 * Makes KPIs of their files, in the order of the files.
 *
 * @param known - refs of the groups that there are; left out, nobody checks references
 */
export function compileKpis(
  files: readonly DefinitionFile<KpiFile>[],
  known?: ReadonlySet<string>,
): CompiledKpis {
  const problems = new ProblemList();
  const ids = new UniqueIds('KPI', problems);
  const kpis = files.flatMap(({ file, at, value }) =>
    value.kpis.flatMap((item, position) => {
      const locate = locateIn({ file, at }, ['kpis', position]);
      ids.add(item.id, locate(['id']));
      // Every ratio is a percentage, so that nobody need say it.
      const unit = item.kind === 'ratio' && !item.unit ? '%' : item.unit;
      const context = { item: { ...item, unit }, at: locate, problems, known };
      return compileKpi(context, value) ?? [];
    }),
  );
  return {
    kpis: hasErrors(problems.problems) ? [] : kpis,
    problems: sortProblems(problems.problems),
  };
}

function compileKpi(context: KpiContext, file: KpiFile): Kpi | undefined {
  const { item, at } = context;
  const owner = readGroup(item.owner, ['owner'], context);
  const appliesTo = readAppliesTo(context);
  const source = readSource(context);
  const unit = readUnit(context);
  const targets = readTargets(context);
  const spans = readSpans(context, periodOf(item.unit, targets));
  const direction = readDirection(targets, context);
  const document = readDocument(context, file);
  const aggregation = readAggregation(context);
  checkErrorBudget(targets, context);
  if (!owner || !appliesTo || !source || !spans || !direction || !document) {
    return undefined;
  }
  const { id, title, text, category, kind, onNoData } = item;
  const { weight, dimensions, runbook } = item;
  return {
    ...{ id, title, text, category, kind, unit, direction, aggregation },
    ...spans,
    ...{ onNoData, weight, dimensions, source, owner, appliesTo, targets },
    ...(runbook && { runbook }),
    document,
    place: placeText(at(['id'])),
  };
}

/** What is asked for per quarter is told of a quarter. */
function periodOf(
  unit: string,
  targets: readonly KpiTarget[],
): number | undefined {
  const per = parseUnit(unit)?.per ?? targets.find(each => each.per)?.per;
  return per && periodDays[per];
}

const dimensionsOf: Record<KpiKind, readonly string[]> = {
  ratio: ['share'],
  duration: ['time'],
  count: ['number'],
  gauge: ['share', 'time', 'number'],
  level: ['number'],
};

function readUnit({ item, at, problems }: KpiContext): string {
  const unit = canonicalUnit(item.unit);
  const dimension = parseUnit(item.unit)?.dimension;
  if (unit === undefined || dimension === undefined) {
    problems.error(
      at(['unit']),
      `${item.id}: there is no unit "${item.unit}"`,
      'write %, ms, s, min, h, d, w, what is counted, or nothing',
    );
  } else if (!dimensionsOf[item.kind].includes(dimension)) {
    problems.error(
      at(['unit']),
      `${item.id}: a ${item.kind} is not told in "${unit}"`,
      item.kind === 'duration'
        ? 'write a unit of time: ms, s, min, h, d or w'
        : `write ${item.kind === 'ratio' ? '%' : 'what is counted'}, or another kind`,
    );
  }
  return unit ?? item.unit;
}

function readDirection(
  targets: readonly KpiTarget[],
  { item, at, problems }: KpiContext,
): 'up' | 'down' | undefined {
  const said = targets.map(target => directionOf(target) ?? item.direction);
  const directions = new Set([item.direction, ...said].filter(Boolean));
  const [direction] = directions;
  if (directions.size === 1) return direction;
  const hasTargets = item.target !== undefined || item.targets !== undefined;
  if (hasTargets && directions.size === 0) return undefined;
  problems.error(
    at(['id']),
    directions.size > 1
      ? `${item.id}: one of its targets asks for more and another for less`
      : `${item.id}: without a target it must be said which way is better`,
    directions.size > 1
      ? 'make two KPIs of it'
      : 'add direction: up or down, or a target',
  );
  return undefined;
}

function readDocument(
  { item, at, problems }: KpiContext,
  file: KpiFile,
): Kpi['document'] | undefined {
  const title = item.document ?? file.document;
  const inherited = item.document === undefined ? file.section : undefined;
  const section = item.section ?? inherited;
  if (title !== undefined) return { title, ...(section && { section }) };
  problems.error(
    at(['id']),
    `${item.id}: the document that it comes from is not said`,
    'add "document" to it, or at the top of the file for all',
  );
  return undefined;
}

const usualAggregation: Record<KpiKind, Aggregation> = {
  ratio: 'ratio',
  duration: 'mean',
  count: 'sum',
  gauge: 'mean',
  level: 'min',
};

function readAggregation({ item, at, problems }: KpiContext): Aggregation {
  const usual = usualAggregation[item.kind];
  const { aggregation = usual } = item;
  if ((aggregation === 'ratio') !== (item.kind === 'ratio')) {
    problems.error(
      at(['aggregation']),
      `${item.id}: a ${item.kind} is not aggregated by ${aggregation}`,
      `write ${usual}, or take the line out`,
    );
  }
  return aggregation;
}

/** Only what may fail at times has a budget of failures. */
function checkErrorBudget(
  targets: readonly KpiTarget[],
  { item, at, problems }: KpiContext,
): void {
  if (item.errorBudget === undefined) return;
  const hasBudget = targets.every(target => allowedBadShare(target) !== 0);
  if (item.kind === 'ratio' && targets.length > 0 && hasBudget) return;
  problems.error(
    at(['errorBudget'], 'field'),
    item.kind === 'ratio' && targets.length > 0
      ? `${item.id}: a target that bears no failure leaves no error budget`
      : `${item.id}: only a ratio with a target has an error budget`,
    'take the line out',
  );
}

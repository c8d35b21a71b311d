import type { MeasureRow } from '@squadron/contract';
import type { TemplateFigures } from '@squadron/plugin-golden-paths-common';

/** A task of the scaffolder that has ended; one that somebody cancelled, or that was refused to somebody, is none. */
export interface EndedTask {
  /** Ref of the template. */
  template: string;
  /** For whom it made something, as the form says. */
  owner?: string;
  endedAt: Date;
  /** From the order, or from when it was tried again, to the end. */
  seconds: number;
  isGood: boolean;
}

/** The middle of some numbers, and between the two in the middle where there are two; nothing of none. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How each template does, by its ref. */
export function figuresOf(tasks: readonly EndedTask[]): TemplateFigures[] {
  return [...groupBy(tasks, ({ template }) => template)]
    .map(([template, runs]) => {
      const good = runs.filter(({ isGood }) => isGood);
      return {
        template,
        runs: runs.length,
        medianSeconds: median(good.map(({ seconds }) => seconds)),
        successRate: good.length / runs.length,
      };
    })
    .sort((a, b) => a.template.localeCompare(b.template, 'en'));
}

/** What is measured of the tasks of a group on a day; nothing where there is nothing to measure. */
export type TaskMeasure = (
  tasks: readonly EndedTask[],
) =>
  Pick<MeasureRow, 'numerator' | 'denominator' | 'sum' | 'count'> | undefined;

/** How many went well, of all. */
export const successOf: TaskMeasure = tasks => ({
  numerator: tasks.filter(({ isGood }) => isGood).length,
  denominator: tasks.length,
});

/** Seconds of those that went well: a quick failure is no speed. */
export const timeOf: TaskMeasure = tasks => {
  const good = tasks.filter(({ isGood }) => isGood);
  if (good.length === 0) return undefined;
  const sum = good.reduce((seconds, task) => seconds + task.seconds, 0);
  return { sum, count: good.length };
};

/**
 * Rows of the measures protocol, by group and day of the end in UTC.
 *
 * @param groupOf - whose task it is; nothing leaves it out
 */
export function measuredOf(
  tasks: readonly EndedTask[],
  measure: TaskMeasure,
  groupOf: (task: EndedTask) => string | undefined,
): MeasureRow[] {
  return [...groupBy(tasks, groupOf)].flatMap(([group, all]) => {
    const days = groupBy(all, ({ endedAt }) =>
      endedAt.toISOString().slice(0, 10),
    );
    return [...days].flatMap(([day, together]) => {
      const measured = measure(together);
      return measured ? { group, day, ...measured } : [];
    });
  });
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

import type { TemplateFigures } from '@squadron/plugin-golden-paths-common';

/** A time in the largest unit that says it well: `3.4 s`, `2 min`. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** How a golden path does, in a line: how often it was taken, how long it took, how often it went well. */
export function figuresText(
  figures: TemplateFigures | undefined,
  days: number,
): string | undefined {
  if (!figures || figures.runs === 0) return undefined;
  const { runs, medianSeconds, successRate } = figures;
  return [
    `${runs} ${runs === 1 ? 'run' : 'runs'} in ${days} days`,
    medianSeconds !== undefined && `median ${durationText(medianSeconds)}`,
    successRate !== undefined && `${Math.round(successRate * 100)} % went well`,
  ]
    .filter(Boolean)
    .join(' · ');
}

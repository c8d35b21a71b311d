import type { Target } from './target';

/** From five nines on they are easier to count than to read. */
const manyNines = /^99\.(9{3,})$/;

/**
 * The canonical words of a target, which parse back to the same target:
 * `>= 99.95%`, `<= 2 h for 90%`, `11 nines`, `>= 20 deploys/day`, `>= 4.7 of 5`.
 */
export function formatTarget(target: Target): string {
  const { op, value, unit, per, of, share } = target;
  const nines = unit === '%' && op === '>=' && !per && !of && !share;
  const decimals = nines && manyNines.exec(value)?.[1];
  if (decimals) return `${decimals.length + 2} nines`;
  return [
    `${op} ${formatAmount(value, unit)}`,
    per && `/${per}`,
    of && ` of ${of}`,
    share && ` for ${share}%`,
  ]
    .filter(Boolean)
    .join('');
}

function formatAmount(value: string, unit: string): string {
  if (unit === '%') return `${value}%`;
  return unit === '' ? value : `${value} ${unit}`;
}

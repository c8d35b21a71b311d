const units: [number, string][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

/** A span in the largest unit that it is a whole number of: `15 minutes`, `1 day`. */
export function secondsInWords(seconds: number): string {
  const [length, name] = units.find(([each]) => seconds % each === 0) ?? [
    1,
    'second',
  ];
  const count = seconds / length;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

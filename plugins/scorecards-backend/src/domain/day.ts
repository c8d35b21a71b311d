const MS_OF_DAY = 86_400_000;

/** The day of UTC on which a moment falls, as days since 1970-01-01. */
export function dayOf(ms: number): number {
  return Math.floor(ms / MS_OF_DAY);
}

/** When a day begins, in milliseconds. */
export function startOf(day: number): number {
  return day * MS_OF_DAY;
}

/** `2026-11-28`. */
export function dayText(day: number): string {
  return new Date(startOf(day)).toISOString().slice(0, 10);
}

/** The day that `2026-11-28` stands for; its form is checked where it comes in. */
export function dayFrom(text: string): number {
  return dayOf(Date.parse(`${text}T00:00:00Z`));
}

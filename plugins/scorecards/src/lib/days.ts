/** The day so many days after a moment, `YYYY-MM-DD` of UTC. */
export function dayAfter(now: Date, days: number): string {
  const day = new Date(now);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The last day of UTC on which a waiver holds, of the moment at which it ends. */
export function lastWaivedDay(waivedUntil: string): string {
  return new Date(Date.parse(waivedUntil) - 1).toISOString().slice(0, 10);
}

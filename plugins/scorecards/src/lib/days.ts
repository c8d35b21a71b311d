/** The day so many days after a moment, `YYYY-MM-DD` of UTC. */
export function dayAfter(now: Date, days: number): string {
  const day = new Date(now);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

import { DateTime } from 'luxon';

/** A period that a report may be about. */
export interface ReportPeriod {
  /** `2026-W48` or `2026-11`. */
  id: string;
  title: string;
  /** It runs still. */
  running: boolean;
}

const weekId = (at: DateTime) => at.toFormat("kkkk-'W'WW");
const monthId = (at: DateTime) => at.toFormat('yyyy-MM');

/** The weeks and months of UTC before a moment, the running ones first. */
export function recentPeriods(
  now: DateTime,
  count: number,
): { weeks: ReportPeriod[]; months: ReportPeriod[] } {
  const utc = now.toUTC();
  const back = Array.from({ length: count }, (_, index) => index);
  return {
    weeks: back.map(ago => {
      const at = utc.startOf('week').minus({ weeks: ago });
      const end = at.endOf('week');
      return {
        id: weekId(at),
        title: `Week ${at.weekNumber}, ${at.toFormat('d LLL')} to ${end.toFormat('d LLL yyyy')}`,
        running: ago === 0,
      };
    }),
    months: back.map(ago => {
      const at = utc.startOf('month').minus({ months: ago });
      return {
        id: monthId(at),
        title: at.toFormat('LLLL yyyy'),
        running: ago === 0,
      };
    }),
  };
}

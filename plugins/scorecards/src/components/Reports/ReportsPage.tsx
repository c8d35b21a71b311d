import { Link } from '@backstage/ui';
import { ScopePicker } from '@squadron/plugin-org-model-react';
import { PageHeader, SectionCard } from '@squadron/ui';
import { DateTime } from 'luxon';
import { useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useViews } from '../ScorecardsPage/views';
import { recentPeriods, ReportPeriod } from './lib/periods';
import styles from './Reports.module.css';

function Periods({ periods }: { periods: ReportPeriod[] }) {
  const scope = new URLSearchParams(useLocation().search).get('scope');
  const query = scope ? `?${new URLSearchParams({ scope })}` : '';
  return (
    <ul className={styles.periods}>
      {periods.map(({ id, title, running }) => (
        <li key={id}>
          <Link href={`/scorecards/reports/${id}${query}`}>{title}</Link>
          {running && <span className={styles.quiet}> so far</span>}
        </li>
      ))}
    </ul>
  );
}

/** The reports that there are: of leadership by week, of executives by month. */
export function ReportsPage() {
  const [now] = useState(() => DateTime.utc());
  const { weeks, months } = useMemo(() => recentPeriods(now, 12), [now]);
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer="What changed and why: each week for leads, each month for executives."
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab="reports"
      />
      <div className={styles.lists}>
        <SectionCard title="Weekly leadership reports">
          <Periods periods={weeks} />
        </SectionCard>
        <SectionCard title="Monthly executive reports">
          <Periods periods={months} />
        </SectionCard>
      </div>
    </>
  );
}

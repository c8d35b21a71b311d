import { Link } from '@backstage/ui';
import type { Report, VerdictChange } from '@squadron/plugin-scorecards-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { SectionCard, StatusMark } from '@squadron/ui';
import { percent } from '../../lib/marks';
import { kpiPath } from '../../lib/paths';
import { ReportGroups } from './ReportGroups';
import styles from './Reports.module.css';
import { withSigns } from '../../lib/withSigns';

const words: Readonly<Record<string, string>> = {
  met: 'met',
  at_risk: 'at risk',
  missed: 'missed',
  none: 'no verdict',
};
const marks = {
  met: 'met',
  at_risk: 'at-risk',
  missed: 'missed',
  none: 'no-data',
} as const;

function Verdict({ verdict }: { verdict: string }) {
  const status = marks[verdict as keyof typeof marks] ?? 'no-data';
  return <StatusMark status={status}>{words[verdict] ?? verdict}</StatusMark>;
}

function Changes(props: { changes: VerdictChange[]; empty: string }) {
  const { changes, empty } = props;
  if (changes.length === 0) return <p className={styles.quiet}>{empty}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map(change => (
        <li key={`${change.kpi} ${change.entity.ref} ${change.at}`}>
          <span className={styles.changeHead}>
            <Link href={kpiPath(change.kpi, change.entity.ref)}>
              {change.title}
            </Link>
            <GroupLink entityRef={change.entity.ref}>
              {change.entity.title}
            </GroupLink>
            {change.from !== change.to && <Verdict verdict={change.from} />}
            {change.from !== change.to && <span aria-label="became">→</span>}
            <Verdict verdict={change.to} />
            <span className={styles.quiet}>
              <time dateTime={change.at}>{change.at.slice(0, 10)}</time>
            </span>
          </span>
          <span className={styles.quiet}>{withSigns(change.reason)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a report says below its figures. */
export function ReportBody({ report }: { report: Report }) {
  const { waivers, campaigns, collectors } = report;
  const failed = collectors.filter(each => each.failed > 0);
  return (
    <div className={styles.body}>
      <SectionCard title="What changed">
        <Changes
          changes={report.changes}
          empty="No verdict changed in this period."
        />
      </SectionCard>
      <SectionCard title="What is missed">
        <Changes changes={report.missed} empty="No target is missed." />
      </SectionCard>
      <SectionCard title="Groups">
        <ReportGroups groups={report.groups} />
      </SectionCard>
      {campaigns.length > 0 && (
        <SectionCard title="Campaigns">
          <ul className={styles.changes}>
            {campaigns.map(campaign => (
              <li key={campaign.id}>
                <Link href={`/scorecards/campaigns?campaign=${campaign.id}`}>
                  {campaign.title}
                </Link>{' '}
                {percent(campaign.progress)} done, due {campaign.due}
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {waivers.length > 0 && (
        <SectionCard title="Waivers">
          <ul className={styles.changes}>
            {waivers.map(waiver => (
              <li key={waiver.id}>
                <Link href={`/scorecards/waivers?waiver=${waiver.id}`}>
                  {waiver.kpiTitle}, {waiver.entity.title}
                </Link>{' '}
                {waiver.state}, until {waiver.until}: {waiver.reason}
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      <SectionCard title="Collectors">
        {failed.length === 0 ? (
          <p className={styles.quiet}>No collector failed.</p>
        ) : (
          <ul className={styles.changes}>
            {failed.map(({ id, runs, failed: count }) => (
              <li key={id}>
                {id}: {count} of {runs} runs failed
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
    </div>
  );
}

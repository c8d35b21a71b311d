import { Link } from '@backstage/ui';
import { GroupLink } from '@squadron/plugin-org-model-react';
import type { AppliesTo } from '@squadron/plugin-scorecards-common';
import { SectionCard } from '@squadron/ui';
import { ReactNode } from 'react';
import styles from './Kpi.module.css';
import { secondsInWords } from './lib/secondsInWords';
import type { KpiDetail } from './useKpiPage';
import { withSigns } from '../../lib/withSigns';

const noData = {
  bad: 'counts as missed',
  ignore: 'does not count',
  hold: 'keeps the last verdict',
};

function entitiesOf(appliesTo: AppliesTo): string {
  switch (appliesTo.to) {
    case 'owner':
      return 'its owner';
    case 'groups':
      return `${appliesTo.groups.length} named groups`;
    case 'each':
      return `each ${appliesTo.type} below ${appliesTo.below}`;
    default:
      return `components below ${appliesTo.below}`;
  }
}

/** Which samples make the value: those of a window, or the latest alone. */
function windowInWords({ kind, windowDays }: KpiDetail): string {
  const isRead = kind === 'gauge' || kind === 'level';
  if (windowDays === undefined && isRead) return 'its latest sample';
  return `its samples of the last ${secondsInWords((windowDays ?? 1) * 86_400)}`;
}

/** Everything that the definition says. */
export function KpiDefinition({ kpi }: { kpi: KpiDetail }) {
  const facts: [string, ReactNode][] = [
    [
      'Owner',
      <GroupLink key="owner" entityRef={kpi.owner}>
        {kpi.ownerTitle}
      </GroupLink>,
    ],
    ['As the document writes it', kpi.text],
    [
      'Document',
      [kpi.document.title, kpi.document.section].filter(Boolean).join(', '),
    ],
    ['Category', kpi.category],
    ['Measured as', `${kpi.kind}, ${kpi.unit || 'a number'}`],
    ['Judged by', windowInWords(kpi)],
    ['Rolled up by', kpi.aggregation],
    ['Source', kpi.source.text],
    ['A sample every', secondsInWords(kpi.cadenceSeconds)],
    ['Stale after', secondsInWords(kpi.freshSeconds)],
    ['Without data it', noData[kpi.onNoData]],
    ['Measured of', entitiesOf(kpi.appliesTo)],
    ...Object.entries(kpi.dimensions),
    ['Defined in', <code key="place">{kpi.place}</code>],
  ];
  return (
    <SectionCard
      title="Definition"
      aside={kpi.runbook && <Link href={kpi.runbook}>Runbook</Link>}
    >
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kpi.targets.length > 1 && (
        <ul className={styles.targets}>
          {kpi.targets.map(({ text, from, to }) => (
            <li key={`${text} ${from}`}>
              {withSigns(text)}
              {from && ` from ${from}`}
              {to && ` until ${to}`}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

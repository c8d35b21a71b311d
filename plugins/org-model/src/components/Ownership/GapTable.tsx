import { Link } from '@backstage/ui';
import { groupPath } from '@squadron/plugin-org-model-react';
import { DataColumn, DataTable, StatusMark } from '@squadron/ui';
import { useMemo } from 'react';
import { DefinitionPlace } from './lib/definitionPlace';
import { Gap, gapKinds } from './lib/ownershipView';
import styles from './Ownership.module.css';
import { useDefinitionPlaces } from './useDefinitionPlaces';

function Place({ place }: { place?: DefinitionPlace }) {
  if (!place) return <span className={styles.quiet}>not known</span>;
  if (!place.href) {
    return (
      <code className={styles.place} title={place.address}>
        {place.label}
      </code>
    );
  }
  return (
    <Link href={place.href} target="_blank" rel="noopener noreferrer">
      {place.label}
    </Link>
  );
}

function columnsWith(
  places: Map<string, DefinitionPlace>,
): DataColumn<Gap & { place?: DefinitionPlace }>[] {
  return [
    { id: 'title', label: 'What', value: gap => gap.title },
    {
      id: 'gap',
      label: 'Gap',
      value: gap => gapKinds[gap.kind].label,
      render: gap => (
        <StatusMark status={gap.kind === 'heavy' ? 'at-risk' : 'missed'}>
          {gapKinds[gap.kind].label}
        </StatusMark>
      ),
    },
    { id: 'type', label: 'Type', value: gap => gap.what },
    { id: 'under', label: 'Under', value: gap => gap.under || undefined },
    {
      id: 'detail',
      label: 'What is wrong, and what to do',
      value: gap => `${gap.detail} ${gapKinds[gap.kind].remedy}`,
      render: gap => (
        <>
          {gap.detail}{' '}
          <span className={styles.quiet}>{gapKinds[gap.kind].remedy}</span>
        </>
      ),
    },
    {
      id: 'place',
      label: 'Where to edit',
      value: gap => places.get(gap.ref)?.address,
      render: gap => <Place place={places.get(gap.ref)} />,
    },
  ];
}

/** The gaps with what to do about each, and the file to do it in. */
export function GapTable({ gaps }: { gaps: Gap[] }) {
  const places = useDefinitionPlaces(
    useMemo(() => [...new Set(gaps.map(gap => gap.ref))], [gaps]),
  );
  return (
    <DataTable
      name="gaps"
      label="Gaps"
      columns={columnsWith(places)}
      rows={gaps}
      rowId={gap => gap.id}
      rowHref={gap => groupPath(gap.ref)}
    />
  );
}

import { Link } from '@backstage/ui';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { Drawer, RelativeTime, StatusMark } from '@squadron/ui';
import { ReactNode } from 'react';
import { markOf } from '../../lib/marks';
import { kpiPath } from '../../lib/paths';
import styles from './Cells.module.css';
import { CellSource } from './CellTable';
import { withSigns } from '../../lib/withSigns';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** One cell with everything that is known of it. */
export function CellDrawer(props: { cell: RowCell; onClose: () => void }) {
  const { cell, onClose } = props;
  const { status, words } = markOf(cell);
  const page = kpiPath(cell.kpi, cell.entity);
  return (
    <Drawer
      title={cell.title}
      subtitle={
        <GroupLink entityRef={cell.entity}>{cell.entityTitle}</GroupLink>
      }
      onClose={onClose}
      actions={<Link href={page}>Trend and waivers</Link>}
    >
      <p className={styles.value}>
        {cell.text ?? '–'} <StatusMark status={status}>{words}</StatusMark>
      </p>
      <p>{withSigns(cell.reason)}</p>
      <dl className={styles.facts}>
        <Fact name="Target">
          {cell.target ? withSigns(cell.target) : 'none: it is tracked'}
        </Fact>
        <Fact name="Measured">
          {cell.at ? <RelativeTime at={cell.at} /> : 'never'}
        </Fact>
        {cell.since && (
          <Fact name="So since">
            <RelativeTime at={cell.since} />
          </Fact>
        )}
        <Fact name="Source">
          <CellSource source={cell.source} />
        </Fact>
        <Fact name="Category">{cell.category}</Fact>
      </dl>
    </Drawer>
  );
}

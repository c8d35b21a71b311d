import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import { Link } from '@backstage/ui';
import { GroupLink } from '@squadron/plugin-org-model-react';
import {
  EmptyState,
  ErrorState,
  KeyFigure,
  KeyFigureRow,
  LoadingState,
} from '@squadron/ui';
import { useState } from 'react';
import { useScorecard } from '../../hooks/useScorecard';
import { isOfGroup } from '../../lib/hasScorecard';
import { cellCount } from '../../lib/heatMapView';
import { percent, targeted } from '../../lib/marks';
import { overviewPath } from '../../lib/paths';
import { CellDrawer, CellTable } from '../Cells';
import { GroupsBelow } from './GroupsBelow';
import { RolledUpTable } from './RolledUpTable';
import styles from './EntityScorecard.module.css';

/** The scorecard tab of a group: its own KPIs, what rolls up to it, and the groups below. */
export function ScorecardContent() {
  const { entity } = useEntity();
  const { value, error, retry } = useScorecard(entity, 1);
  const [open, setOpen] = useState<RowCell>();
  if (error && !value) {
    return (
      <ErrorState
        title="The scorecard could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) return <LoadingState label="Reading the scorecard" lines={8} />;
  if (cellCount(value.health) === 0) {
    return (
      <EmptyState title="No KPI is defined here">
        The KPIs of this group and of those below it will be here. Write the
        first one below <code>catalog-info/scorecards</code>.
      </EmptyState>
    );
  }
  const { health, cells, rolledUp, below } = value;
  const isOfOwner =
    !isOfGroup(entity) && value.ref !== stringifyEntityRef(entity);
  const ofTargets = `of ${targeted(health)}`;
  return (
    <div className={styles.content}>
      {isOfOwner && (
        <p className={styles.summary}>
          Nothing is measured of {entity.metadata.name} alone. These are the
          targets of <GroupLink entityRef={value.ref}>{value.title}</GroupLink>,
          which owns it.
        </p>
      )}
      <KeyFigureRow label="Targets in figures">
        <KeyFigure
          label="Score"
          value={percent(health.score)}
          href={overviewPath(value.ref)}
        />
        <KeyFigure
          label="Missed"
          value={health.missed}
          status={health.missed ? 'missed' : 'met'}
          detail={ofTargets}
        />
        <KeyFigure
          label="At risk"
          value={health.atRisk}
          status={health.atRisk ? 'at-risk' : 'met'}
          detail={ofTargets}
        />
        <KeyFigure label="Coverage" value={percent(health.coverage)} />
      </KeyFigureRow>
      {cells.length > 0 && (
        <CellTable cells={cells} total={cells.length} onOpen={setOpen} />
      )}
      {rolledUp.length > 0 && <RolledUpTable items={rolledUp} />}
      {below.length > 0 && <GroupsBelow groups={below} />}
      <Link href={overviewPath(value.ref)}>Open in the heat map</Link>
      {open && <CellDrawer cell={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

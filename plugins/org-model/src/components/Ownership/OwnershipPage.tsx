import type { Ownership } from '@squadron/plugin-org-model-common';
import { useOrgTree, useScopeRoots } from '@squadron/plugin-org-model-react';
import {
  EmptyState,
  ErrorState,
  KeyFigure,
  KeyFigureRow,
  LoadingState,
  useSearchParam,
} from '@squadron/ui';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useMemo } from 'react';
import { OrgPageHeader } from '../OrgPage';
import { GapTable } from './GapTable';
import {
  GapKind,
  gapKinds,
  ownershipAnswer,
  ownershipGaps,
} from './lib/ownershipView';
import styles from './Ownership.module.css';
import { ShareBars } from './ShareBars';
import { useOwnership } from './useOwnership';

const kinds = Object.keys(gapKinds).filter(
  (kind): kind is GapKind => kind in gapKinds,
);

function Figures({ ownership }: { ownership: Ownership }) {
  const { totals, unowned, noLead, empty, heavy } = ownership;
  const figure = (
    label: string,
    value: number,
    unit: string,
    status: 'missed' | 'at-risk',
  ) => (
    <KeyFigure
      label={label}
      value={value}
      unit={unit}
      status={value ? status : 'met'}
      detail={value ? 'to put right' : 'nothing to do'}
    />
  );
  return (
    <KeyFigureRow label="Ownership in figures">
      {figure(
        'Without an owner',
        unowned.length,
        `of ${totals.entities}`,
        'missed',
      )}
      {figure('Without a lead', noLead.length, `of ${totals.groups}`, 'missed')}
      {figure(
        'With nobody in them',
        empty.length,
        `of ${totals.groups}`,
        'missed',
      )}
      {figure(
        'Own too much',
        heavy.length,
        heavy.length === 1 ? 'group' : 'groups',
        'at-risk',
      )}
    </KeyFigureRow>
  );
}

function Gaps({ ownership }: { ownership: Ownership }) {
  const [kindText, setKind] = useSearchParam('gap');
  const { value: tree } = useOrgTree();
  const all = useMemo(
    () =>
      ownershipGaps(ownership, ref => {
        const parent = tree?.byRef.get(ref)?.parent;
        return parent && tree?.byRef.get(parent)?.title;
      }),
    [ownership, tree],
  );
  const chosen = kinds.find(kind => kind === kindText);
  const shown = useMemo(
    () => all.filter(gap => !chosen || gap.kind === chosen),
    [all, chosen],
  );
  const present = kinds.filter(kind => all.some(gap => gap.kind === kind));
  if (!all.length) {
    return (
      <EmptyState title="Nothing to put right">
        Whatever loses its owner, its lead or its last person stands here, with
        the file in which to put it right.
      </EmptyState>
    );
  }
  return (
    <section className={styles.section} aria-labelledby="gaps">
      <h2 id="gaps" className={styles.head}>
        What to put right
      </h2>
      {present.length > 1 && (
        <ToggleButtonGroup
          aria-label="Kind of gap"
          selectionMode="single"
          selectedKeys={chosen ? [chosen] : []}
          onSelectionChange={([kind]) => setKind(String(kind ?? ''))}
        >
          {present.map(kind => (
            <ToggleButton key={kind} id={kind}>
              {`${gapKinds[kind].label} ${all.filter(gap => gap.kind === kind).length}`}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <GapTable gaps={shown} />
    </section>
  );
}

/** What has no owner, which groups have no lead or nobody in them, and who owns too much. */
export function OwnershipPage() {
  const { roots } = useScopeRoots();
  const { value, error, retry } = useOwnership(roots);
  return (
    <>
      <OrgPageHeader
        activeTab="ownership"
        answer={value && ownershipAnswer(value)}
      />
      {error && (
        <ErrorState
          title="Ownership could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading who owns what" lines={10} />
      )}
      {value && (
        <>
          <Figures ownership={value} />
          <Gaps ownership={value} />
          <ShareBars shares={value.shares} />
        </>
      )}
    </>
  );
}

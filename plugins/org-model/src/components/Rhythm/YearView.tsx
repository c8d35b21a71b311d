import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { useRovingGrid } from '@squadron/ui';
import { DateTime } from 'luxon';
import { CSSProperties, memo, useEffect, useRef, useState } from 'react';
import type { RhythmSection } from './lib/rhythmRows';
import { todayPosition, YearGrid } from './lib/yearGrid';
import { YearRow } from './YearRow';
import { TipTarget, tipTarget, YearTip } from './YearTip';
import styles from './YearView.module.css';

interface YearViewProps {
  grid: YearGrid;
  sections: RhythmSection[];
  cadences: Map<string, GroupCadence>;
  occurrences: Map<string, Occurrence[]>;
  now: DateTime;
  onOpen: (key: string) => void;
}

function Head({ grid }: { grid: YearGrid }) {
  return (
    <div role="row" className={`${styles.row} ${styles.head}`}>
      <div role="columnheader" className={styles.corner}>
        {grid.year}, week by week
      </div>
      {grid.months.map(({ label, column, span }) => (
        <div
          key={label}
          role="columnheader"
          className={styles.month}
          style={{ gridColumn: `${column + 2} / span ${span}` }}
        >
          {label}
        </div>
      ))}
    </div>
  );
}

function MonthLines({ grid }: { grid: YearGrid }) {
  return (
    <div className={styles.lines} aria-hidden="true">
      {grid.months.map(({ label, column, span }) => (
        <span
          key={label}
          style={{ gridColumn: `${column + 2} / span ${span}` }}
        />
      ))}
    </div>
  );
}

const Rows = memo(function MemoRows(props: {
  sections: RhythmSection[];
  zone: string;
  onOpen: (key: string) => void;
}) {
  return (
    <>
      {props.sections.map(({ key, title, rows }) => (
        <div role="rowgroup" key={key} className={styles.section}>
          <div role="row" className={styles.row}>
            <div role="rowheader" className={styles.sectionName}>
              {title} <span className={styles.count}>{rows.length}</span>
            </div>
          </div>
          {rows.map(row => (
            <YearRow
              key={row.cadence.key}
              row={row}
              zone={props.zone}
              sectionTitle={title}
              onOpen={props.onOpen}
            />
          ))}
        </div>
      ))}
    </>
  );
});

/** Where the year is wider than the page, it opens at today. */
function showToday(frame: HTMLElement, today: number) {
  frame.scrollLeft = Math.max(
    0,
    today * frame.scrollWidth - frame.clientWidth / 2,
  );
}

/** A year of cadences: one row each, one mark for each date, a band for what comes every week or more often. */
export function YearView(props: YearViewProps) {
  const { grid, sections, cadences, occurrences, now, onOpen } = props;
  const [tip, setTip] = useState<TipTarget>();
  const table = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const roving = useRovingGrid(table);
  const today = todayPosition(grid, now);
  useEffect(() => {
    if (today !== undefined && frame.current) showToday(frame.current, today);
  }, [today]);
  const shown = tip && cadences.get(tip.cadence);
  const show = (target: EventTarget) =>
    setTip(target instanceof Element ? tipTarget(target) : undefined);
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={{ '--weeks': grid.weeks } as CSSProperties}
      onScroll={() => setTip(undefined)}
    >
      <div
        ref={table}
        role="grid"
        tabIndex={-1}
        aria-label={`Cadences of ${grid.year} by week`}
        className={styles.table}
        onFocus={event => {
          roving.onFocus(event);
          show(event.target);
        }}
        onBlur={() => setTip(undefined)}
        onMouseOver={event => show(event.target)}
        onMouseLeave={() => setTip(undefined)}
        onKeyDown={event => {
          if (event.key === 'Escape') setTip(undefined);
          roving.onKeyDown(event);
        }}
      >
        <Head grid={grid} />
        <MonthLines grid={grid} />
        {today !== undefined && (
          <div
            className={styles.today}
            style={{ '--today': today } as CSSProperties}
            aria-hidden="true"
          >
            <span>today</span>
          </div>
        )}
        <Rows sections={sections} zone={grid.zone} onOpen={onOpen} />
      </div>
      {tip && shown && (
        <YearTip
          target={tip}
          cadence={shown}
          occurrence={occurrences
            .get(tip.cadence)
            ?.find(({ start }) => start === tip.start)}
          zone={grid.zone}
        />
      )}
    </div>
  );
}

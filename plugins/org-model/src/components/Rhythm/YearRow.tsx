import { KindIcon, kindLabel } from './kinds';
import type { RhythmRow } from './lib/rhythmRows';
import { whenText } from './lib/when';
import styles from './YearRow.module.css';
import view from './YearView.module.css';

interface YearRowProps {
  row: RhythmRow;
  zone: string;
  /** Leaves out the group's name where the section already says it. */
  sectionTitle: string;
  onOpen: (key: string) => void;
}

const columns = (column: number, span: number) => ({
  gridColumn: `${column + 2} / span ${span}`,
});

function withText(names: string[]): string {
  return names.length ? `, with ${names.join(', ')}` : '';
}

/** One cadence: its name, and its dates on the weeks. */
export function YearRow({ row, zone, sectionTitle, onOpen }: YearRowProps) {
  const { cadence, marks, band } = row;
  const open = () => onOpen(cadence.key);
  return (
    <div role="row" className={view.row} data-row="">
      <div role="rowheader" className={styles.name}>
        <button
          type="button"
          data-cell={-1}
          tabIndex={-1}
          className={styles.nameButton}
          onClick={open}
          title={`${cadence.title} · ${cadence.groupTitle}`}
        >
          <KindIcon kind={cadence.kind} />
          <span className={styles.words}>
            <span className={styles.title}>{cadence.title}</span>
            {![sectionTitle, cadence.title].includes(cadence.groupTitle) && (
              <span className={styles.group}>{cadence.groupTitle}</span>
            )}
          </span>
        </button>
      </div>
      {band && (
        <div
          role="gridcell"
          className={styles.cell}
          style={columns(band.column, band.span)}
        >
          <button
            type="button"
            data-cell={band.column}
            data-cadence={cadence.key}
            tabIndex={-1}
            className={styles.band}
            aria-label={`${kindLabel(cadence.kind)}: ${cadence.rule}, ${band.count} times${withText(cadence.with)}`}
            onClick={open}
          >
            <span className={styles.rule}>{cadence.rule}</span>
          </button>
        </div>
      )}
      {marks.map(({ occurrence, column, span }) => (
        <div
          role="gridcell"
          key={occurrence.start}
          className={styles.cell}
          style={columns(column, span)}
        >
          <button
            type="button"
            data-cell={column}
            data-cadence={cadence.key}
            data-start={occurrence.start}
            data-wide={span > 1 || undefined}
            tabIndex={-1}
            className={styles.mark}
            aria-label={`${cadence.title}, ${whenText(occurrence, cadence, zone)}${withText(cadence.with)}`}
            onClick={open}
          >
            <KindIcon kind={cadence.kind} />
          </button>
        </div>
      ))}
      {!band && marks.length === 0 && (
        <div role="gridcell" className={styles.none} style={columns(0, 12)}>
          {cadence.rule}: no date in this year
        </div>
      )}
    </div>
  );
}

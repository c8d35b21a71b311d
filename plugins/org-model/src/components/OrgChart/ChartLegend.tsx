import { PlacedLinks } from './ChartLines';
import styles from './OrgChart.module.css';

function Sample({ kind }: { kind: keyof PlacedLinks }) {
  return (
    <svg width={36} height={12} aria-hidden="true">
      <path className={styles[kind]} data-sample="true" d="M1 6H30" />
      {kind === 'dependency' && (
        <path className={styles.arrow} d="M29 2L36 6L29 10z" />
      )}
    </svg>
  );
}

/** What the lines between the cards mean, while there are any. */
export function ChartLegend({ links }: { links: PlacedLinks }) {
  const { dependency, dotted } = links;
  if (dependency.length + dotted.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label="Lines of the chart">
      {dependency.length > 0 && (
        <li>
          <Sample kind="dependency" /> depends on, towards the arrow
        </li>
      )}
      {dotted.length > 0 && (
        <li>
          <Sample kind="dotted" /> shares people with
        </li>
      )}
      <li>Thick: lines of the group in focus</li>
    </ul>
  );
}

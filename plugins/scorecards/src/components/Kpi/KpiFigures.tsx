import type { RowCell } from '@squadron/plugin-scorecards-common';
import { KeyFigure, KeyFigureRow, RelativeTime } from '@squadron/ui';
import { markOf, targeted } from '../../lib/marks';
import { targetText } from '../Kpis/lib/definitions';
import type { KpiDetail } from './useKpiPage';

/** The figures of one cell, or of all that have the KPI together. */
export function KpiFigures(props: { kpi: KpiDetail; cell?: RowCell }) {
  const { kpi, cell } = props;
  const { rolledUp } = kpi;
  const mark = cell && markOf(cell);
  return (
    <KeyFigureRow label="The KPI in figures">
      <KeyFigure
        label="Value"
        value={cell?.text ?? rolledUp?.text ?? '–'}
        status={mark?.status}
        detail={mark?.words ?? (rolledUp && 'of all that have it')}
      />
      <KeyFigure label="Target" value={targetText(kpi)} detail={kpi.text} />
      {cell ? (
        <>
          <KeyFigure
            label="So since"
            value={cell.since ? <RelativeTime at={cell.since} /> : '–'}
            detail="the verdict changed last"
          />
          <KeyFigure
            label="Measured"
            value={cell.at ? <RelativeTime at={cell.at} /> : 'never'}
            detail={cell.source ?? kpi.source.text}
            status={cell.source === 'sample' ? 'sample' : undefined}
          />
        </>
      ) : (
        <KeyFigure
          label="Met by"
          value={`${kpi.health.met} of ${targeted(kpi.health)}`}
          detail={kpi.source.text}
        />
      )}
    </KeyFigureRow>
  );
}

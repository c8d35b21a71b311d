import { Button } from '@backstage/ui';
import {
  ErrorState,
  LoadingState,
  PageHeader,
  TimeRangePicker,
  useSearchParam,
} from '@squadron/ui';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { CellTable } from '../Cells';
import { useViews } from '../ScorecardsPage/views';
import { RequestWaiverDialog } from '../Waivers';
import { ErrorBudgetSection } from './ErrorBudgetSection';
import styles from './Kpi.module.css';
import { KpiDefinition } from './KpiDefinition';
import { KpiFigures } from './KpiFigures';
import { KpiTrend, trendTime } from './KpiTrend';
import { KpiWaivers } from './KpiWaivers';
import { kpiAnswer } from './lib/kpiView';
import { KpiPageData, useKpiPage } from './useKpiPage';

function Body(props: {
  data: KpiPageData;
  onEntity: (ref: string) => void;
  asked: number;
}) {
  const { data, onEntity, asked } = props;
  const { kpi, cell, cells, total } = data;
  const ref = cell?.entity ?? kpi.owner;
  return (
    <div className={styles.body}>
      <KpiFigures kpi={kpi} cell={cell} />
      <KpiTrend kpi={kpi} entity={ref} />
      {kpi.errorBudgetDays !== undefined && cell && (
        <ErrorBudgetSection kpi={kpi} entity={ref} />
      )}
      {cells.length > 1 && (
        <CellTable
          cells={cells}
          total={total}
          onOpen={({ entity }) => onEntity(entity)}
        />
      )}
      <div className={styles.beside}>
        <KpiDefinition kpi={kpi} />
        <KpiWaivers key={asked} kpi={kpi} entity={cell?.entity} />
      </div>
    </div>
  );
}

/** One KPI: its value over time against its target, what is left of its budget, and where it comes from. */
export function KpiPage() {
  const { kpi: id = '' } = useParams();
  const [entity, setEntity] = useSearchParam('entity');
  const { value, error, retry } = useKpiPage(id, entity);
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(0);
  const cell = value?.cell;
  const views = useViews();
  return (
    <>
      <PageHeader
        title={value?.kpi.title ?? 'KPI'}
        answer={value && kpiAnswer(value.kpi, cell)}
        breadcrumbs={[
          { label: 'Scorecards', href: '/scorecards' },
          { label: 'KPIs', href: '/scorecards/kpis' },
        ]}
        time={<TimeRangePicker fallback={trendTime} />}
        actions={
          cell?.target &&
          !cell.waivedUntil && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setAsking(true)}
            >
              Request a waiver
            </Button>
          )
        }
        tabs={views}
        activeTab="kpis"
      />
      {error && !value && (
        <ErrorState
          title="The KPI could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the KPI" lines={10} />}
      {value && <Body data={value} onEntity={setEntity} asked={asked} />}
      {asking && cell && (
        <RequestWaiverDialog
          cell={cell}
          onRequested={() => {
            setAsking(false);
            setAsked(count => count + 1);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

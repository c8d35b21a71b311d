import { Alert } from '@backstage/ui';
import { DataTable, Drawer, useSearchParam } from '@squadron/ui';
import type { EnvironmentsAnswer } from '../../hooks/useEnvironments';
import { figuresOf } from '../../lib/overview';
import { placeOf } from '../../lib/places';
import { useEnvironmentActions } from '../Environments';
import { EnvironmentDrawer } from './EnvironmentDrawer';
import { EnvironmentFigures } from './EnvironmentFigures';
import { EnvironmentFilters } from './EnvironmentFilters';
import { environmentColumns } from './environmentColumns';
import { NoEnvironment } from './NoEnvironments';
import styles from './EnvironmentsPage.module.css';
import { useEnvironmentFilter } from './useEnvironmentFilter';

export interface EnvironmentsViewProps {
  answer: EnvironmentsAnswer;
  actions: ReturnType<typeof useEnvironmentActions>['actions'];
}

/** Environments in figures and rows, and what is wrong with their clusters. */
export function EnvironmentsView({ answer, actions }: EnvironmentsViewProps) {
  const { items, clusters, at, ahead } = answer;
  const now = Date.parse(at);
  const filter = useEnvironmentFilter();
  const [openPlace, setOpen] = useSearchParam('environment');
  const open = items.find(each => placeOf(each) === openPlace);
  const titles = new Map(clusters.map(({ name, title }) => [name, title]));
  const close = () => setOpen('');
  return (
    <>
      {clusters
        .filter(({ problem }) => problem !== undefined)
        .map(({ name, title, problem }) => (
          <Alert
            key={name}
            status="warning"
            icon
            role="status"
            className={styles.alert}
            title={`What is in ${title} is not shown`}
            description={problem}
          />
        ))}
      <EnvironmentFigures figures={figuresOf(items, clusters, now)} />
      <EnvironmentFilters filter={filter} clusters={clusters} />
      <DataTable
        name="environments"
        label="Environments"
        rows={items.filter(each => filter.isShown(each, now))}
        columns={environmentColumns({
          ahead,
          actions,
          clusters: titles,
        })}
        rowId={placeOf}
        onRowAction={each => setOpen(placeOf(each))}
        empty={items.length === 0 ? <NoEnvironment /> : undefined}
      />
      {open && (
        <EnvironmentDrawer
          environment={open}
          clusterTitle={titles.get(open.cluster) ?? open.cluster}
          ahead={ahead}
          actions={actions}
          onClose={close}
        />
      )}
      {openPlace && !open && (
        <Drawer title={openPlace} onClose={close}>
          It is not here any more: it has gone, or lies outside the scope.
        </Drawer>
      )}
    </>
  );
}

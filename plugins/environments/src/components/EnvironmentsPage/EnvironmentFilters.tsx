import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  type Cluster,
  environmentPhases,
} from '@squadron/plugin-environments-common';
import { phaseMarks } from '../../lib/phases';
import styles from './EnvironmentsPage.module.css';
import type { EnvironmentFilter } from './useEnvironmentFilter';

const everyCluster = '*';

/** Which environments are in sight. */
export function EnvironmentFilters(props: {
  filter: EnvironmentFilter;
  clusters: readonly Cluster[];
}) {
  const { filter, clusters } = props;
  return (
    <div className={styles.filters}>
      <ToggleButtonGroup
        aria-label="States"
        selectionMode="multiple"
        selectedKeys={filter.phases}
        onSelectionChange={keys =>
          filter.setPhases(environmentPhases.filter(each => keys.has(each)))
        }
      >
        {environmentPhases.map(phase => (
          <ToggleButton key={phase} id={phase} size="small">
            {phaseMarks[phase].words}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButton
        size="small"
        isSelected={filter.soonOnly}
        onChange={filter.setSoonOnly}
      >
        ends within 12 h
      </ToggleButton>
      {clusters.length > 1 && (
        <Select
          aria-label="Cluster"
          size="small"
          className={styles.cluster}
          options={[
            { id: everyCluster, label: 'All clusters' },
            ...clusters.map(({ name, title }) => ({ id: name, label: title })),
          ]}
          selectedKey={filter.cluster || everyCluster}
          onSelectionChange={key =>
            filter.setCluster(key === everyCluster ? '' : String(key))
          }
        />
      )}
    </div>
  );
}

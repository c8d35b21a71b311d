import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { ErrorState, LoadingState, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import styles from './Campaigns.module.css';
import { campaignChoices } from './lib/campaignView';

/** KPIs of a group and of what is below it, those with most to do first. */
export function KpiChoice(props: {
  group: string;
  chosen: string[];
  onChange: (kpis: string[]) => void;
}) {
  const { group, chosen, onChange } = props;
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query = { root: group, limit: 1_000 };
      return campaignChoices((await api.entities({ query }, { signal })).items);
    },
    [api, group],
  );
  const { value, error, retry } = useLoad(load);
  if (error && !value) return <ErrorState error={error} onRetry={retry} />;
  if (!value) return <LoadingState label="Reading the KPIs" lines={3} />;
  if (value.length === 0) {
    return (
      <p className={styles.text}>
        No KPI with a target is defined here: choose a wider scope first.
      </p>
    );
  }
  return (
    <CheckboxGroup
      label="KPIs that are to hold"
      isRequired
      className={styles.kpis}
      value={chosen}
      onChange={onChange}
    >
      {value.map(({ kpi, title, cells, open }) => (
        <Checkbox key={kpi} value={kpi}>
          {title}{' '}
          <span className={styles.quiet}>
            {open === 0 ? 'holds everywhere' : `${open} of ${cells} to do`}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

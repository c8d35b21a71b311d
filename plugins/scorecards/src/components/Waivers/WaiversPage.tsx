import { useApi } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ScopePicker, useScopeRoots } from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  LoadingState,
  PageHeader,
  useLoad,
  useSearchParam,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { useViews } from '../ScorecardsPage/views';
import { waiversAnswer } from './lib/waiverView';
import { WaiverDrawer } from './WaiverDrawer';
import { WaiverTable } from './WaiverTable';
import styles from './Waivers.module.css';

const shows = [
  { id: 'open', label: 'Waiting and approved' },
  { id: 'mine', label: 'Mine to decide' },
  { id: 'all', label: 'All that ever were' },
];

function queryOf(show: string) {
  if (show === 'mine') return { mine: 'true' as const };
  if (show === 'all') return {};
  return { state: ['requested' as const, 'approved' as const] };
}

/** What need not hold for a while, and what waits for somebody's word. */
export function WaiversPage() {
  const api = useApi(scorecardsApiRef);
  const { roots } = useScopeRoots();
  const [showText, setShow] = useSearchParam('show');
  const [openId, setOpen] = useSearchParam('waiver');
  const show = showText || 'open';
  const key = roots && JSON.stringify(roots);
  const load = useCallback(
    (signal: AbortSignal) => {
      const root: string[] = JSON.parse(key ?? '[]');
      return api.waivers(
        { query: { root, limit: 500, ...queryOf(show) } },
        { signal },
      );
    },
    [api, key, show],
  );
  const { value, error, retry } = useLoad(key === undefined ? undefined : load);
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer={value && waiversAnswer(value.items, show === 'mine')}
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab="waivers"
      />
      <ToggleButtonGroup
        className={styles.filters}
        aria-label="Waivers in sight"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[show]}
        onSelectionChange={keys => {
          const [chosen] = [...keys].map(String);
          setShow(chosen === 'open' ? '' : chosen);
        }}
      >
        {shows.map(({ id, label }) => (
          <ToggleButton key={id} id={id} size="small">
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error && !value && (
        <ErrorState
          title="The waivers could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the waivers" />}
      {value && (
        <WaiverTable waivers={value.items} onOpen={({ id }) => setOpen(id)} />
      )}
      {openId && (
        <WaiverDrawer
          id={openId}
          onChanged={retry}
          onClose={() => setOpen('')}
        />
      )}
    </>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  ScopePicker,
  useOrgTree,
  useScopeRoots,
} from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  LoadingState,
  PageHeader,
  useLoad,
  useSearchParam,
} from '@squadron/ui';
import { useCallback, useState } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { useViews } from '../ScorecardsPage/views';
import { CampaignDrawer } from './CampaignDrawer';
import { CampaignTable } from './CampaignTable';
import { campaignsAnswer } from './lib/campaignView';
import { StartCampaignDialog } from './StartCampaignDialog';

/** Pushes to fix some KPIs by a date. */
export function CampaignsPage() {
  const api = useApi(scorecardsApiRef);
  const { roots } = useScopeRoots();
  const { value: tree } = useOrgTree();
  const [openId, setOpen] = useSearchParam('campaign');
  const [starting, setStarting] = useState(false);
  const key = roots && JSON.stringify(roots);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.campaigns({ query: { root: JSON.parse(key ?? '[]') } }, { signal }),
    [api, key],
  );
  const { value, error, retry } = useLoad(key === undefined ? undefined : load);
  const open = value?.items.find(({ id }) => id === openId);
  const top = roots?.at(0) ?? tree?.roots[0]?.ref;
  const group = top === undefined ? undefined : tree?.byRef.get(top);
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer={value && campaignsAnswer(value.items)}
        scope={<ScopePicker />}
        actions={
          <Button
            size="small"
            isDisabled={!group}
            onPress={() => setStarting(true)}
          >
            Start a campaign
          </Button>
        }
        tabs={useViews()}
        activeTab="campaigns"
      />
      {error && !value && (
        <ErrorState
          title="The campaigns could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the campaigns" />}
      {value && (
        <CampaignTable
          campaigns={value.items}
          onOpen={({ id }) => setOpen(id)}
        />
      )}
      {open && (
        <CampaignDrawer
          campaign={open}
          onChanged={retry}
          onClose={() => setOpen('')}
        />
      )}
      {starting && group && (
        <StartCampaignDialog
          group={group}
          onStarted={({ id }) => {
            setStarting(false);
            setOpen(id);
            retry();
          }}
          onClose={() => setStarting(false)}
        />
      )}
    </>
  );
}

import { ScopePicker } from '@squadron/plugin-org-model-react';
import { PageHeader } from '@squadron/ui';
import { useViews } from '../ScorecardsPage/views';

/** How the targets of the scope stand: what holds, what does not, what to fix first. */
export function OverviewPage() {
  return (
    <PageHeader
      title="Scorecards"
      scope={<ScopePicker />}
      tabs={useViews()}
      activeTab="overview"
    />
  );
}

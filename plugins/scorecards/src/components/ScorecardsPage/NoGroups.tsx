import { NoGroupsState, ScopePicker } from '@squadron/plugin-org-model-react';
import { PageHeader } from '@squadron/ui';
import { useViews } from './views';

/** In place of a view of "my groups", for who is in none. */
export function NoGroups({ tab }: { tab: string }) {
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer="You are in no group yet."
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab={tab}
      />
      <NoGroupsState>
        The targets of your groups will be here as soon as a group names you as
        a member or its lead.
      </NoGroupsState>
    </>
  );
}

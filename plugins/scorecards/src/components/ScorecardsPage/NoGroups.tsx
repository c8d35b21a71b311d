import { Button } from '@backstage/ui';
import { ScopePicker, useScope } from '@squadron/plugin-org-model-react';
import { EmptyState, PageHeader } from '@squadron/ui';
import { useViews } from './views';

/** In place of a view about "my groups", for who is in none: it must not show everybody's. */
export function NoGroups({ tab }: { tab: string }) {
  const { setScope } = useScope();
  return (
    <>
      <PageHeader
        title="Scorecards"
        answer="You are in no group yet."
        scope={<ScopePicker />}
        tabs={useViews()}
        activeTab={tab}
      />
      <EmptyState
        title="You are in no group yet"
        actions={
          <Button variant="secondary" onPress={() => setScope(undefined)}>
            Show the whole organization
          </Button>
        }
      >
        The targets of your groups will be here as soon as a group names you as
        a member or its lead.
      </EmptyState>
    </>
  );
}

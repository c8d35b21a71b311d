import { Button } from '@backstage/ui';
import { EmptyState } from '@squadron/ui';
import { ReactNode } from 'react';
import { useScope } from './useScope';

/** In place of a view about "my groups", for who is in none: it must not show everybody's. */
export function NoGroupsState(props: {
  /** What will be here. */
  children: ReactNode;
}) {
  const { setScope } = useScope();
  return (
    <EmptyState
      title="You are in no group yet"
      actions={
        <Button variant="secondary" onPress={() => setScope(undefined)}>
          Show the whole organization
        </Button>
      }
    >
      {props.children}
    </EmptyState>
  );
}

import type { Lifecycle } from '@squadron/plugin-org-model-common';
import { Status, StatusMark } from '@squadron/ui';

const marks: Record<Lifecycle, Status> = {
  planned: 'no-data',
  forming: 'waived',
  active: 'met',
};

/** How far a group has come. */
export function LifecycleMark({ lifecycle }: { lifecycle: Lifecycle }) {
  return <StatusMark status={marks[lifecycle]}>{lifecycle}</StatusMark>;
}

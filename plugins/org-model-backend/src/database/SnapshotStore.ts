import type { OrgSnapshot } from '@squadron/plugin-org-model-common';

/** Keeps how the tree was at the end of each day, each content once. */
export interface SnapshotStore {
  /** Says how the tree is on a day; the last word of a day stays. False when it was said already. */
  save(day: string, snapshot: OrgSnapshot): Promise<boolean>;
  /** The tree of the latest day up to this one. */
  latestAt(day: string): Promise<OrgSnapshot | undefined>;
  firstDay(): Promise<string | undefined>;
}

import { DatabaseWaiverStore } from '../database/DatabaseWaiverStore';
import type { StoredWaiver } from '../database/WaiverStore';

/** Keeps waivers and tells nobody: of what is made up no one need hear. */
export class QuietWaiverStore extends DatabaseWaiverStore {
  add(waiver: StoredWaiver): Promise<StoredWaiver | undefined> {
    return super.add(waiver);
  }

  change(waiver: StoredWaiver, now: number): Promise<boolean> {
    return super.change(waiver, now);
  }
}

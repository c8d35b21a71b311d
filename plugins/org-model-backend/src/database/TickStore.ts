/** What somebody has done of their checklist. */
export interface StoredTick {
  userRef: string;
  itemId: string;
  doneAt: Date;
}

/** Keeps what people have ticked, whatever the checklists say now. */
export interface TickStore {
  /** The ticks of any number of people, in one query. */
  listOf(userRefs: readonly string[]): Promise<StoredTick[]>;
  /** Ticks an item; one that is ticked keeps its time. */
  add(tick: StoredTick): Promise<void>;
  remove(userRef: string, itemId: string): Promise<void>;
}

import type { CellStore } from './CellStore';
import type { ChangeStore } from './ChangeStore';
import type { DayStore } from './DayStore';
import type { DigestStore } from './DigestStore';
import type { HealthStore } from './HealthStore';
import type { PastDayStore } from './PastDayStore';
import type { SampleStore } from './SampleStore';

/** The stores that a verdict is made of. */
export interface VerdictStores {
  samples: SampleStore;
  days: DayStore;
  pastDays: PastDayStore;
  cells: CellStore;
  changes: ChangeStore;
  health: HealthStore;
  digests: DigestStore;
}

/** Reads outside of and writes within transactions. */
export interface VerdictDatabase {
  read: VerdictStores;
  /** Whether the process stands still while the database works, as with SQLite. */
  isSynchronous: boolean;
  /**
   * Does all or nothing of the work, while no other writer of verdicts does any, and raises the
   * mark `verdicts`. The work is done anew when the database asks for that.
   */
  write<T>(work: (stores: VerdictStores) => Promise<T>): Promise<T>;
  /** Does the work, and takes everything that it wrote back. */
  rehearse<T>(work: (stores: VerdictStores) => Promise<T>): Promise<T>;
}

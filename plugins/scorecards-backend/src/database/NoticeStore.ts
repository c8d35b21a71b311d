import type { Notice } from '../domain/notices';

export interface ClaimedNotice extends Notice {
  attempts: number;
}

/** The outbox of notifications. */
export interface NoticeStore {
  add(notices: readonly Notice[]): Promise<void>;
  /** Takes due ones for this replica alone until the lease ends. */
  claim(options: {
    now: number;
    leaseMs: number;
    limit: number;
  }): Promise<ClaimedNotice[]>;
  sent(id: string, now: number): Promise<void>;
  /** Gives a notice back, to be sent again later or, without a time, never. */
  failed(
    id: string,
    again: { at: number | undefined; problem: string },
  ): Promise<void>;
  /** Forgets those that were sent before a moment. */
  prune(before: number): Promise<void>;
}

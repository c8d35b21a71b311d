import type { WaiverState } from '@squadron/plugin-scorecards-common';
import type { Decidable } from '../domain/approvers';
import type { Notice } from '../domain/notices';
import type { CellKey } from './SampleStore';

/** A waiver as it is kept; days count from 1970-01-01 UTC, moments are milliseconds. */
export interface StoredWaiver {
  id: string;
  kpi: string;
  entity: string;
  group: string;
  reason: string;
  state: WaiverState;
  requestedBy: string;
  requestedAt: number;
  untilDay: number;
  decidedBy?: string;
  decidedAt?: number;
  decisionReason?: string;
  revokedBy?: string;
  revokedAt?: number;
  revocationReason?: string;
  version: number;
}

export interface WaiverFilter {
  /** Owning groups; all when left out. */
  groups?: readonly string[];
  states?: readonly WaiverState[];
  kpi?: string;
  /** Requests that somebody may decide. */
  decidable?: Decidable;
}

export interface WaiverPlace {
  requestedAt: number;
  id: string;
}

/** Waivers; a change of one is refused when somebody else changed it first. */
export interface WaiverStore {
  /** Adds a request, unless the cell has an open waiver, which is then answered. */
  add(waiver: StoredWaiver, notice?: Notice): Promise<StoredWaiver | undefined>;
  /** The group that owns a cell; nothing when there is no such cell. */
  ownerOf(cell: CellKey): Promise<string | undefined>;
  find(id: string): Promise<StoredWaiver | undefined>;
  /** Latest first. */
  list(
    filter: WaiverFilter,
    page: { after?: WaiverPlace; limit: number },
  ): Promise<StoredWaiver[]>;
  count(filter: WaiverFilter): Promise<number>;
  /** Those that were asked, decided or revoked in a span of time, or were in force within it. */
  listBetween(
    from: number,
    to: number,
    groups?: readonly string[],
  ): Promise<StoredWaiver[]>;
  /**
   * Writes the waiver, and what the cell shows of it, if nothing came between it and the version before.
   *
   * @returns whether it was written
   */
  change(waiver: StoredWaiver, now: number, notice?: Notice): Promise<boolean>;
  /**
   * Ends what is over, and puts right what cells show of waivers; as often as one likes.
   *
   * @returns how many waivers it ended
   */
  expire(now: number): Promise<number>;
}

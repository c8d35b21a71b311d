import type { WaiverState } from '@squadron/plugin-scorecards-common';
import { BigIntColumn, optional, optionalNumber } from './rows';
import type { StoredWaiver } from './WaiverStore';

export interface WaiverRow {
  id: string;
  kpi: string;
  entity: string;
  grp: string;
  reason: string;
  state: WaiverState;
  requested_by: string;
  requested_at: BigIntColumn;
  until_day: number;
  decided_by: string | null;
  decided_at: BigIntColumn | null;
  decision_reason: string | null;
  revoked_by: string | null;
  revoked_at: BigIntColumn | null;
  revocation_reason: string | null;
  version: number;
}

export function toRow(waiver: StoredWaiver): WaiverRow {
  return {
    id: waiver.id,
    kpi: waiver.kpi,
    entity: waiver.entity,
    grp: waiver.group,
    reason: waiver.reason,
    state: waiver.state,
    requested_by: waiver.requestedBy,
    requested_at: waiver.requestedAt,
    until_day: waiver.untilDay,
    decided_by: waiver.decidedBy ?? null,
    decided_at: waiver.decidedAt ?? null,
    decision_reason: waiver.decisionReason ?? null,
    revoked_by: waiver.revokedBy ?? null,
    revoked_at: waiver.revokedAt ?? null,
    revocation_reason: waiver.revocationReason ?? null,
    version: waiver.version,
  };
}

export function toWaiver(row: WaiverRow): StoredWaiver {
  return {
    id: row.id,
    kpi: row.kpi,
    entity: row.entity,
    group: row.grp,
    reason: row.reason,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    untilDay: row.until_day,
    decidedBy: optional(row.decided_by),
    decidedAt: optionalNumber(row.decided_at),
    decisionReason: optional(row.decision_reason),
    revokedBy: optional(row.revoked_by),
    revokedAt: optionalNumber(row.revoked_at),
    revocationReason: optional(row.revocation_reason),
    version: row.version,
  };
}

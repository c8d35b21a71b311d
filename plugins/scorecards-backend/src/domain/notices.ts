import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Waiver } from '@squadron/plugin-scorecards-common';

/** A notification that is to be sent once. */
export interface Notice {
  /** What it is about; a second one with the same id is not kept. */
  id: string;
  /** Refs of groups and people. */
  recipients: readonly string[];
  payload: NotificationPayload;
  /** In milliseconds. */
  createdAt: number;
}

/** Topic of everything about waivers, which people can switch off. */
const topic = 'Waivers';

// The page shows what is open unless it is asked for all.
const linkOf = ({ id, state }: Waiver) =>
  `/scorecards/waivers?${state === 'requested' ? '' : 'show=all&'}waiver=${id}`;
const cellOf = ({ kpiTitle, entity }: Waiver) =>
  `${kpiTitle} of ${entity.title}`;

/** Tells who may decide that something is asked. */
export function requestedNotice(
  waiver: Waiver,
  approvers: readonly { ref: string }[],
  at: number,
): Notice {
  return {
    id: `waiver:${waiver.id}:requested`,
    recipients: approvers.map(({ ref }) => ref),
    createdAt: at,
    payload: {
      title: `Waiver to decide: ${cellOf(waiver)}`,
      description: `${waiver.requestedBy.title} asks that it need not hold until ${waiver.until}: ${waiver.reason}`,
      link: linkOf(waiver),
      severity: 'normal',
      topic,
    },
  };
}

/** Tells who asked what became of it; nobody where it was their own doing. */
export function decidedNotice(
  waiver: Waiver,
  by: { ref: string; title: string },
  at: number,
): Notice {
  const { id, state, requestedBy, until } = waiver;
  const reason = waiver.revocationReason ?? waiver.decisionReason;
  const because = reason ? `: ${reason}` : '';
  const end = state === 'approved' ? ` It holds until ${until}.` : '';
  return {
    id: `waiver:${id}:${state}`,
    recipients: by.ref === requestedBy.ref ? [] : [requestedBy.ref],
    createdAt: at,
    payload: {
      title: `Waiver ${state}: ${cellOf(waiver)}`,
      description: `By ${by.title}${because}.${end}`,
      link: linkOf(waiver),
      severity: state === 'approved' ? 'low' : 'normal',
      topic,
    },
  };
}

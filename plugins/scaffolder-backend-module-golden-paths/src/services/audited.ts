import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** What a step of a golden path changes, for the audit log. */
export interface AuditedChange {
  /** Such as `create-repository`. */
  eventId: string;
  /** What is changed, and on whose behalf. */
  meta: { task: string; by?: string } & Record<string, string | undefined>;
}

/** Does something that changes what others see, and writes into the audit log how it went. */
export async function audited<T>(
  auditor: AuditorService,
  { eventId, meta }: AuditedChange,
  work: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    meta,
  });
  try {
    const done = await work();
    await event.success();
    return done;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

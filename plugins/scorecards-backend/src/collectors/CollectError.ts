import { ServiceUnavailableError } from '@backstage/errors';
import type {
  CollectFault,
  CollectFaultKind,
} from '@squadron/plugin-scorecards-node';

/** Why one KPI could not be collected, while others may. */
export class CollectError extends Error {
  readonly kind: CollectFaultKind;

  constructor(kind: CollectFaultKind, message: string) {
    super(message);
    this.name = 'CollectError';
    this.kind = kind;
  }
}

/** What an error says of one KPI: what is unavailable now may be there in a moment. */
export function toFault(error: Error): CollectFault {
  if (error instanceof CollectError) {
    return { kind: error.kind, message: error.message };
  }
  const mayPass = error instanceof ServiceUnavailableError;
  return { kind: mayPass ? 'passing' : 'lasting', message: error.message };
}

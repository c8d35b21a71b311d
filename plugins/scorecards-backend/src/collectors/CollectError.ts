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

  toFault(): CollectFault {
    return { kind: this.kind, message: this.message };
  }
}

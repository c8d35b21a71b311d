import type { Sample } from '@squadron/plugin-scorecards-common';
import type { CollectFault, Collected } from '@squadron/plugin-scorecards-node';
import type { StoredRun } from '../database/RunStore';
import { faultText } from '../domain/faultText';

const mostProblems = 200;
const mostRejections = 20;

/** What is known of the KPIs of a run while it goes on. */
export class RunLedger {
  readonly #faults = new Map<string, CollectFault | undefined>();
  readonly #rejections = new Map<string, string>();
  #accepted = 0;
  #rejected = 0;

  /** Takes the last word of a KPI. */
  answer({ kpi, fault }: Collected): void {
    this.#faults.set(
      kpi,
      fault && { ...fault, message: faultText(fault.message) },
    );
  }

  /** Whether a KPI has no answer yet, or one that may be better in a moment. */
  isOpen(kpi: string): boolean {
    return !this.#faults.has(kpi) || this.#faults.get(kpi)?.kind === 'passing';
  }

  /** KPIs that were answered as well as they can be, so that nothing needs to be asked again. */
  settled(): string[] {
    return this.#kpisWhere(fault => fault === undefined);
  }

  recorded(
    samples: readonly Sample[],
    answer: {
      accepted: number;
      corrected: number;
      rejected: number;
      errors: readonly { index: number; message: string }[];
    },
  ): void {
    this.#accepted += answer.accepted + answer.corrected;
    this.#rejected += answer.rejected;
    for (const { index, message } of answer.errors) {
      const { kpi } = samples[index];
      if (!this.#rejections.has(kpi)) {
        this.#rejections.set(kpi, faultText(message));
      }
    }
  }

  /** What to say of each KPI: why it failed, or nothing. What is not installed has not failed. */
  problems(): Map<string, string | undefined> {
    return new Map(
      [...this.#faults].map(([kpi, fault]) => [
        kpi,
        fault && fault.kind !== 'absent'
          ? fault.message
          : this.#rejections.get(kpi),
      ]),
    );
  }

  /** The run as it stands; `failure` is what ended the last attempt. */
  close(run: StoredRun, finishedAt: number, failure?: string): StoredRun {
    const absent = this.#kpisWhere(fault => fault?.kind === 'absent').length;
    const failed = [...this.problems().values()].filter(Boolean).length;
    const answered = this.#faults.size - absent - failed;
    return {
      ...run,
      finishedAt,
      state: stateOf({ failure, failed, answered }),
      kpis: this.#faults.size,
      answered,
      accepted: this.#accepted,
      rejected: this.#rejected,
      problems: [
        ...(failure ? [{ message: faultText(failure) }] : []),
        ...this.#messages(),
      ].slice(0, mostProblems),
    };
  }

  #messages(): { kpi: string; message: string }[] {
    const faults = [...this.#faults].flatMap(([kpi, fault]) =>
      fault ? { kpi, message: fault.message } : [],
    );
    const rejections = [...this.#rejections]
      .slice(0, mostRejections)
      .map(([kpi, message]) => ({ kpi, message }));
    return [...faults, ...rejections];
  }

  #kpisWhere(is: (fault: CollectFault | undefined) => boolean): string[] {
    return [...this.#faults]
      .filter(([, fault]) => is(fault))
      .map(([kpi]) => kpi);
  }
}

function stateOf(options: {
  failure: string | undefined;
  failed: number;
  answered: number;
}): StoredRun['state'] {
  const { failure, failed, answered } = options;
  if (failure || failed > 0) return answered > 0 ? 'partial' : 'failed';
  return answered > 0 ? 'ok' : 'skipped';
}

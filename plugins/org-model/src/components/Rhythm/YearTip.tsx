import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { whenText } from './lib/when';
import styles from './YearTip.module.css';

/** What the pointer or the focus is on, and where that is on the screen. */
export interface TipTarget {
  cadence: string;
  start?: string;
  left: number;
  top: number;
}

/** Reads a mark's place and what it stands for. */
export function tipTarget(element: Element): TipTarget | undefined {
  const mark = element.closest<HTMLElement>('[data-cadence]');
  if (!mark) return undefined;
  const { left, bottom } = mark.getBoundingClientRect();
  return {
    cadence: mark.dataset.cadence ?? '',
    start: mark.dataset.start,
    left: Math.max(8, Math.min(left, window.innerWidth - 340)),
    top: bottom,
  };
}

interface YearTipProps {
  target: TipTarget;
  cadence: GroupCadence;
  occurrence?: Occurrence;
  zone: string;
}

/** Date, time and participants of the mark under the pointer; the mark's own name says the same to a screen reader. */
export function YearTip({ target, cadence, occurrence, zone }: YearTipProps) {
  return (
    <div
      aria-hidden="true"
      className={styles.tip}
      style={{ left: target.left, top: target.top }}
    >
      <strong>{cadence.title}</strong>
      <span>
        {occurrence ? whenText(occurrence, cadence, zone) : cadence.rule}
      </span>
      <span>{cadence.groupTitle}</span>
      {cadence.with.length > 0 && <span>With {cadence.with.join(', ')}</span>}
    </div>
  );
}

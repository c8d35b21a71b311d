import { ReactNode, useState } from 'react';
import styles from './TipArea.module.css';

interface Tip {
  text: string;
  left: number;
  top: number;
  above: boolean;
}

const widest = 320;
const gap = 4;

/** Reads the words of the nearest element that has some, and where to show them. */
function tipOf(target: EventTarget): Tip | undefined {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-tip]')
      : undefined;
  const text = element?.dataset.tip;
  if (!element || !text) return undefined;
  const { left, top, bottom } = element.getBoundingClientRect();
  const above = bottom > window.innerHeight * 0.8;
  return {
    text,
    left: Math.max(8, Math.min(left, window.innerWidth - widest - 8)),
    top: above ? top - gap : bottom + gap,
    above,
  };
}

/**
 * Shows the words in `data-tip` of whatever the pointer or the focus is on: one tip for a grid of a thousand
 * cells. The cell's own name must say the same, as a screen reader does not hear the tip. Escape hides it.
 */
export function TipArea({ children }: { children: ReactNode }) {
  const [tip, setTip] = useState<Tip>();
  const hide = () => setTip(undefined);
  return (
    <div
      role="presentation"
      className={styles.area}
      onFocus={({ target }) => setTip(tipOf(target))}
      onBlur={hide}
      onMouseOver={({ target }) => setTip(tipOf(target))}
      onMouseLeave={hide}
      onScrollCapture={hide}
      onKeyDown={({ key }) => {
        if (key === 'Escape') hide();
      }}
    >
      {children}
      {tip && (
        <div
          aria-hidden="true"
          className={styles.tip}
          data-above={tip.above || undefined}
          style={{ left: tip.left, top: tip.top }}
        >
          {tip.text}
        </div>
      )}
    </div>
  );
}

import { RefObject, useEffect } from 'react';

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Makes the links inside one tab stop: the current page's, or the one focused last. */
export function useArrowKeys(container: RefObject<HTMLElement>): void {
  useEffect(() => {
    const root = container.current;
    if (!root) {
      return undefined;
    }
    const links = () => Array.from(root.querySelectorAll('a'));
    const makeTabStop = (chosen: HTMLElement | undefined) => {
      links().forEach(link => {
        link.tabIndex = link === chosen ? 0 : -1;
      });
    };
    const current =
      root.querySelector<HTMLElement>('a[aria-current="page"]') ??
      links().at(0);
    if (!root.contains(document.activeElement)) {
      makeTabStop(current);
    }

    const onFocus = (event: FocusEvent) =>
      makeTabStop(event.target as HTMLElement);
    const onKeyDown = (event: KeyboardEvent) => {
      const step = steps[event.key];
      const all = links();
      const index = all.indexOf(document.activeElement as HTMLAnchorElement);
      if (step && index >= 0) {
        event.preventDefault();
        all[step(index, all.length)].focus();
      }
    };
    root.addEventListener('focusin', onFocus);
    root.addEventListener('keydown', onKeyDown);
    return () => {
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('keydown', onKeyDown);
    };
  });
}

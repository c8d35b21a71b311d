import { RefObject, useEffect } from 'react';

/**
 * Tells the styles how much stands above the frame, such as a banner, as `--squadron-frame-top`:
 * the navigation is that much lower than the window, so that its end stays in sight.
 */
export function useFrameTop(frame: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = frame.current;
    const above = element?.parentElement;
    if (!element || !above) {
      return undefined;
    }
    const measure = () => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty(
        '--squadron-frame-top',
        `${Math.max(0, top)}px`,
      );
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(document.body);
    // A banner moves the frame without a change of size where the page is short.
    const contents = new MutationObserver(measure);
    contents.observe(above, { childList: true });
    measure();
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, [frame]);
}

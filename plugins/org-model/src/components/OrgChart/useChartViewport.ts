import {
  RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Rectangle } from '../../lib/inArea';

export interface ChartViewport {
  zoom: number;
  /** What is in sight and a little around it. */
  area: Rectangle;
  zoomBy: (factor: number) => void;
  fit: () => void;
  /** Brings a part of the chart into the middle. */
  center: (area: Rectangle) => void;
}

/** Letters of a card that is far away end at this zoom: smaller ones nobody can read. */
const smallest = 0.25;
const largest = 1.5;
/** Below this zoom a card shows its code alone: its lines would not fit in letters that are legible. */
export const farAway = 0.7;
/** The area changes in steps of this many pixels, so that scrolling seldom draws anew. */
const step = 240;
/** Where there is no layout, as in tests. */
const assumed = { width: 1280, height: 800 };

function clamp(zoom: number): number {
  return Math.min(largest, Math.max(smallest, zoom));
}

/** The zoom at which the whole width is in sight, as far as the names stay legible. */
export function fitZoom(window: number, chart: number): number {
  return Math.min(1, Math.max(farAway, window / chart));
}

function areaOf(element: HTMLElement, zoom: number): Rectangle {
  const width = (element.clientWidth || assumed.width) / zoom;
  const height = (element.clientHeight || assumed.height) / zoom;
  const snap = (value: number) => Math.floor(value / step) * step;
  return {
    x: snap(element.scrollLeft / zoom) - step,
    y: snap(element.scrollTop / zoom) - step,
    width: Math.ceil(width / step) * step + 3 * step,
    height: Math.ceil(height / step) * step + 3 * step,
  };
}

function sameArea(a: Rectangle, b: Rectangle): boolean {
  return (
    a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
  );
}

/** Calls back when the wheel turns with Ctrl or Cmd, or two fingers pinch on a track pad. */
function useWheelZoom(
  scroller: RefObject<HTMLElement>,
  zoomAt: (factor: number, x: number, y: number) => void,
) {
  useEffect(() => {
    const element = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element!.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      zoomAt(Math.exp(-event.deltaY / 300), x, y);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller, zoomAt]);
}

/**
 * The window onto the chart. Panning is the browser's own scrolling, so that
 * wheel, touch, keyboard and scroll bars all work; zooming scales what is
 * scrolled and keeps the point under the pointer where it is.
 */
export function useChartViewport(
  scroller: RefObject<HTMLElement>,
  size: { width: number },
): ChartViewport {
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Rectangle>({ x: 0, y: 0, ...assumed });
  const anchor = useRef<{ x: number; y: number; left: number; top: number }>();

  const measure = useCallback(() => {
    if (!scroller.current) return;
    const next = areaOf(scroller.current, zoom);
    setArea(current => (sameArea(current, next) ? current : next));
  }, [scroller, zoom]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && anchor.current) {
      const { x, y, left, top } = anchor.current;
      element.scrollLeft = x * zoom - left;
      element.scrollTop = y * zoom - top;
      anchor.current = undefined;
    }
    measure();
  }, [scroller, zoom, measure]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, measure]);

  const zoomAt = useCallback(
    (factor: number, left: number, top: number) => {
      const element = scroller.current;
      const next = clamp(zoom * factor);
      if (!element || next === zoom) return;
      const x = (element.scrollLeft + left) / zoom;
      const y = (element.scrollTop + top) / zoom;
      anchor.current = { x, y, left, top };
      setZoom(next);
    },
    [scroller, zoom],
  );
  useWheelZoom(scroller, zoomAt);

  const zoomBy = (factor: number) => {
    const element = scroller.current;
    if (!element) return;
    zoomAt(factor, element.clientWidth / 2, element.clientHeight / 2);
  };
  const fit = () => {
    const element = scroller.current;
    if (!element) return;
    const next = fitZoom(element.clientWidth, size.width);
    if (next === zoom) element.scrollTo({ left: 0, top: 0 });
    else {
      anchor.current = { x: 0, y: 0, left: 0, top: 0 };
      setZoom(next);
    }
  };
  const center = (part: Rectangle) => {
    const element = scroller.current;
    const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)');
    element?.scrollTo?.({
      left: (part.x + part.width / 2) * zoom - element.clientWidth / 2,
      top: (part.y + part.height / 2) * zoom - element.clientHeight / 2,
      behavior: calm?.matches ? 'auto' : 'smooth',
    });
  };
  return { zoom, area, zoomBy, fit, center };
}

import { PointerEvent, RefObject, useRef } from 'react';

/** Lets the mouse take the empty part of the chart and move it; touch scrolls by itself. */
export function useDragToPan(scroller: RefObject<HTMLElement>) {
  const from = useRef<{ x: number; y: number; left: number; top: number }>();
  return {
    onPointerDown: (event: PointerEvent) => {
      const element = scroller.current;
      const onCard = (event.target as Element).closest('[role="treeitem"]');
      if (!element || onCard || event.pointerType !== 'mouse') return;
      if (event.button !== 0) return;
      const { scrollLeft: left, scrollTop: top } = element;
      from.current = { x: event.clientX, y: event.clientY, left, top };
      element.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const element = scroller.current;
      if (!element || !from.current) return;
      const { x, y, left, top } = from.current;
      element.scrollLeft = left - (event.clientX - x);
      element.scrollTop = top - (event.clientY - y);
    },
    onPointerUp: () => {
      from.current = undefined;
    },
    onPointerCancel: () => {
      from.current = undefined;
    },
  };
}

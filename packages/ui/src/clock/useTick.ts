import { useSyncExternalStore } from 'react';

const minute = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach(tell => tell()), minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const current = () => Math.floor(Date.now() / minute);

/** Draws a component again when a minute has passed. One timer serves the whole page: a table may show hundreds. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, current);
}

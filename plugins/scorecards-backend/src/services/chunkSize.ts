/** With SQLite everybody else who reads the database waits until a chunk is written. */
const mostMs = 30;
const [fewest, most] = [50, 1_000];

/** Samples in the first chunk of a batch: few where the process stands still meanwhile. */
export function firstChunkSize(isSynchronous: boolean): number {
  return isSynchronous ? 150 : 500;
}

/**
 * How many samples the next chunk may have, by how long the last one kept the processor busy: a
 * machine that others keep busy gains nothing from smaller chunks. Days with many samples and long
 * windows take longer than others.
 */
export function nextChunkSize(size: number, busyMs: number): number {
  // No guess from a small chunk reaches further than twice its size.
  const fitting = busyMs > 0 ? Math.floor((size * mostMs) / busyMs) : most;
  return Math.min(most, Math.max(fewest, Math.min(size * 2, fitting)));
}

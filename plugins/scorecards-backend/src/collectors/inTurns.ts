/** Does the work of a few items at a time, and gives the results as they are there. */
export async function* inTurns<TItem, TResult>(
  items: readonly TItem[],
  size: number,
  work: (item: TItem) => Promise<TResult>,
): AsyncGenerator<TResult> {
  for (let from = 0; from < items.length; from += size) {
    yield* await Promise.all(items.slice(from, from + size).map(work));
  }
}

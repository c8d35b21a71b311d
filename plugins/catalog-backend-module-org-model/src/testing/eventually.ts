/** Asks again and again until an assertion holds, as a catalog works in the background. */
export async function eventually<T>(
  attempt: () => Promise<T>,
  { everyMs = 100, withinMs = 30_000 } = {},
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, everyMs));
    }
  }
}

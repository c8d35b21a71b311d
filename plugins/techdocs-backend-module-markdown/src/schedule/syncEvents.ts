/** How the building of a site ended. */
export type SyncOutcome =
  { result: 'updated' | 'unchanged' } | { result: 'failed'; message: string };

/** Reads the stream of events with which TechDocs answers a request to build a site, after its end. */
export function outcomeOf(stream: string): SyncOutcome {
  for (const block of stream.split('\n\n')) {
    const [, event] = block.match(/^event: (finish|error)$/m) ?? [];
    const [, data] = block.match(/^data: (.*)$/m) ?? [];
    if (event === 'error') {
      return { result: 'failed', message: String(JSON.parse(data)) };
    }
    if (event === 'finish') {
      return { result: JSON.parse(data).updated ? 'updated' : 'unchanged' };
    }
  }
  return { result: 'failed', message: 'the answer ended before the build did' };
}

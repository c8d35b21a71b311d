import type { StorageApi } from '@backstage/frontend-plugin-api';
import {
  type Draft,
  readDrafts,
  withDraft,
  withoutDraft,
  withoutSent,
} from './drafts';

const key = 'drafts';

/** The reader's drafts, on every device. */
export class DraftStore {
  readonly #bucket: StorageApi;
  #last: Promise<unknown> = Promise.resolve();

  constructor(storage: StorageApi) {
    this.#bucket = storage.forBucket('golden-paths');
  }

  /** Tells the drafts, now and whenever they change, until the answer is called. */
  follow(listener: (drafts: Draft[]) => void): () => void {
    const { presence, value: now } = this.#bucket.snapshot(key);
    if (presence !== 'unknown') listener(readDrafts(now));
    const subscription = this.#bucket
      .observe$(key)
      .subscribe(({ value }) => listener(readDrafts(value)));
    return () => subscription.unsubscribe();
  }

  keep(draft: Draft): Promise<void> {
    return this.#change(drafts => withDraft(drafts, draft));
  }

  discard(id: string): Promise<void> {
    return this.#change(drafts => withoutDraft(drafts, id));
  }

  /** Forgets the draft of a form that was sent. */
  discardSent(
    template: string,
    values: Record<string, unknown>,
  ): Promise<void> {
    return this.#change(drafts => withoutSent(drafts, template, values));
  }

  /** All drafts lie under one key, so a change waits for the one before and begins with what there is. */
  #change(work: (drafts: Draft[]) => Draft[]): Promise<void> {
    const change = this.#last.then(async () => {
      const drafts = await this.#read();
      const next = work(drafts);
      if (next.length === 0 && drafts.length === 0) return;
      await this.#bucket.set(key, JSON.parse(JSON.stringify(next)));
    });
    this.#last = change.catch(() => undefined);
    return change;
  }

  #read(): Promise<Draft[]> {
    return new Promise(resolve => {
      const unfollow = this.follow(drafts => {
        resolve(drafts);
        // Told at once, there is nothing yet to end.
        queueMicrotask(() => unfollow());
      });
    });
  }
}

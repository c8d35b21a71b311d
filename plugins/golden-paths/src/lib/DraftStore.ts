import type { StorageApi } from '@backstage/frontend-plugin-api';
import { type Draft, latestFirst, mostDrafts, readDraft } from './drafts';

/** More than there are drafts, so that two tabs rarely choose the same. One request asks for all of them. */
const slots = Array.from({ length: 2 * mostDrafts }, (_, at) => `draft-${at}`);

/**
 * The reader's drafts, on every device. A storage cannot list what it holds, and a list of its own would be written
 * by several tabs at once: so each draft has a place of its own among places that are known beforehand. When another
 * tab has taken the same place, the draft takes a second one.
 */
export class DraftStore {
  readonly #bucket: StorageApi;
  readonly #random: () => number;
  readonly #held = new Map<string, Draft | undefined>();
  /** Drafts of forms of this tab. */
  readonly #own = new Map<string, Draft>();
  readonly #listeners = new Set<(drafts: Draft[]) => void>();
  #last: Promise<unknown> = Promise.resolve();
  #known: Promise<void> | undefined;

  constructor(storage: StorageApi, random: () => number = Math.random) {
    this.#bucket = storage.forBucket('golden-paths');
    this.#random = random;
  }

  /** Tells the drafts, now and whenever they change, until the answer is called. */
  follow(listener: (drafts: Draft[]) => void): () => void {
    this.#listeners.add(listener);
    this.#open().then(() => {
      if (this.#listeners.has(listener)) listener(this.#drafts());
    });
    return () => {
      this.#listeners.delete(listener);
    };
  }

  keep(draft: Draft): Promise<void> {
    this.#own.set(draft.id, draft);
    return this.#change(async () => {
      const slot = this.#slotsOf(draft.id)[0] ?? this.#freeSlot();
      await this.#bucket.set(slot, JSON.parse(JSON.stringify(draft)));
      this.#note(slot, draft);
      for (const { id } of this.#drafts().slice(mostDrafts)) {
        await this.#remove(id);
      }
    });
  }

  discard(id: string): Promise<void> {
    this.#own.delete(id);
    return this.#change(() => this.#remove(id));
  }

  /** One change after the other, so that two forms of a tab never take the same place. */
  #change(work: () => Promise<void>): Promise<void> {
    const change = this.#last.then(() => this.#open()).then(work);
    this.#last = change.catch(() => undefined);
    return change;
  }

  /** Resolves when it is known what is in each place, from when on that is followed. */
  #open(): Promise<void> {
    this.#known ??= new Promise(resolve => {
      const note = (slot: string, value: unknown) => {
        this.#note(slot, readDraft(value));
        if (this.#isKnown()) resolve();
      };
      for (const slot of slots) {
        this.#bucket.observe$(slot).subscribe(({ value }) => note(slot, value));
        const { presence, value } = this.#bucket.snapshot(slot);
        if (presence !== 'unknown') note(slot, value);
      }
    });
    return this.#known;
  }

  #isKnown(): boolean {
    return this.#held.size === slots.length;
  }

  #note(slot: string, draft: Draft | undefined): void {
    const before = this.#held.get(slot);
    this.#held.set(slot, draft);
    if (!this.#isKnown()) return;
    const drafts = this.#drafts();
    this.#listeners.forEach(tell => tell(drafts));
    const displaced =
      draft && before && before.id !== draft.id && this.#own.get(before.id);
    // The next change of the form would keep it too.
    if (displaced) this.keep(displaced).catch(() => undefined);
  }

  #drafts(): Draft[] {
    return latestFirst([...this.#held.values()].flatMap(each => each ?? []));
  }

  #slotsOf(id: string): string[] {
    return slots.filter(slot => this.#held.get(slot)?.id === id);
  }

  #freeSlot(): string {
    const free = slots.filter(slot => this.#held.get(slot) === undefined);
    return free[Math.floor(this.#random() * free.length)];
  }

  async #remove(id: string): Promise<void> {
    for (const slot of this.#slotsOf(id)) {
      const draft = this.#held.get(slot);
      // Who discards one does not wait for the storage to see it go.
      this.#note(slot, undefined);
      try {
        await this.#bucket.remove(slot);
      } catch (error) {
        this.#note(slot, draft);
        throw error;
      }
    }
  }
}

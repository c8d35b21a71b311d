import { ConflictError, NotFoundError } from '@backstage/errors';
import type { OnboardingItem } from '@squadron/plugin-org-model-common';
import { describeOnboarding } from '../domain/onboarding/describeOnboarding';
import type { OnboardingOptions } from './OnboardingQueries';

/** Changes what people have done of their own checklists. */
export class OnboardingCommands {
  readonly #options: OnboardingOptions;

  constructor(options: OnboardingOptions) {
    this.#options = options;
  }

  /** Once is as good as many times, also at once from several tabs. */
  async tick(userRef: string, itemId: string): Promise<void> {
    const { store, now } = this.#options;
    const { title, unavailable } = await this.#find(userRef, itemId);
    if (unavailable) {
      throw new ConflictError(
        `"${title}" cannot be ticked now: ${unavailable}`,
      );
    }
    await store.add({ userRef, itemId, doneAt: now() });
  }

  async untick(userRef: string, itemId: string): Promise<void> {
    await this.#find(userRef, itemId);
    await this.#options.store.remove(userRef, itemId);
  }

  async #find(userRef: string, itemId: string): Promise<OnboardingItem> {
    const { index, definitions, now } = this.#options;
    const { phases } = describeOnboarding({
      index: await index.get(),
      checklists: await definitions.get(),
      userRef,
      ticks: new Map(),
      now: now(),
    });
    const item = phases
      .flatMap(({ items }) => items)
      .find(({ id }) => id === itemId);
    if (!item) {
      throw new NotFoundError(
        `Your checklist has no item "${itemId}": it has changed, reload the page to see it as it is now`,
      );
    }
    return item;
  }
}

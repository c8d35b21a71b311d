import { NotAllowedError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@squadron/backend-kit';
import type { NewPerson, Onboarding } from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';
import type { TickStore } from '../database/TickStore';
import { describeOnboarding } from '../domain/onboarding/describeOnboarding';
import { compareNewest, newPeopleOf } from '../domain/onboarding/newPeople';
import { toPerson } from '../domain/views';
import type { OnboardingDefinitions } from './OnboardingDefinitions';
import type { TreeIndex } from './TreeIndex';

const list = 'new-people';
const position = z.object({ joinedAt: z.string(), ref: z.string() });

export interface OnboardingOptions {
  index: TreeIndex;
  definitions: OnboardingDefinitions;
  store: TickStore;
  now: () => Date;
}

/** Answers how far people are in their first weeks. */
export class OnboardingQueries {
  readonly #options: OnboardingOptions;

  constructor(options: OnboardingOptions) {
    this.#options = options;
  }

  async of(userRef: string): Promise<Onboarding> {
    const [onboarding] = await this.#describe([userRef]);
    return onboarding;
  }

  /** One page of those whom the reader leads; however many there are, their ticks are one query. */
  async newPeople(
    reader: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ) {
    const index = await this.#options.index.get();
    const people = newPeopleOf(index, reader, this.#options.now());
    const after = cursor && decodeCursor(list, cursor, position);
    const rest = after
      ? people.filter(person => compareNewest(person, after) > 0)
      : people;
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const onboardings = await this.#describe(page.map(({ ref }) => ref));
    return {
      items: onboardings.map(({ done, total, lastDoneAt }, at): NewPerson => ({
        person: toPerson(index, page[at]),
        done,
        total,
        lastDoneAt,
      })),
      total: people.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor(list, position.parse(last))
          : undefined,
    };
  }

  /** The checklist of somebody whom the reader leads. */
  async newPerson(reader: string, userRef: string): Promise<Onboarding> {
    const index = await this.#options.index.get();
    const people = newPeopleOf(index, reader, this.#options.now());
    if (!people.some(({ ref }) => ref === userRef)) {
      throw new NotAllowedError(
        `You can follow the onboarding of people who joined lately in groups that you lead or below them, and ${userRef} is none of these`,
      );
    }
    return this.of(userRef);
  }

  async #describe(userRefs: readonly string[]): Promise<Onboarding[]> {
    const { definitions, store, now } = this.#options;
    const index = await this.#options.index.get();
    const checklists = await definitions.get();
    const ticks = new Map(userRefs.map(ref => [ref, new Map<string, Date>()]));
    for (const { userRef, itemId, doneAt } of await store.listOf(userRefs)) {
      ticks.get(userRef)?.set(itemId, doneAt);
    }
    return [...ticks].map(([userRef, own]) =>
      describeOnboarding({
        index,
        checklists,
        userRef,
        ticks: own,
        now: now(),
      }),
    );
  }
}

import { Place, placeText, ProblemList } from './place';

/** Finds ids that stand twice, in whichever files. */
export class UniqueIds {
  readonly #what: string;
  readonly #problems: ProblemList;
  readonly #places = new Map<string, Place>();

  /** @param what - what has the ids, in a word for its author */
  constructor(what: string, problems: ProblemList) {
    this.#what = what;
    this.#problems = problems;
  }

  /** Reports the id when it is there already, with the place of the first. */
  add(id: string, place: Place): void {
    const first = this.#places.get(id);
    if (!first) {
      this.#places.set(id, place);
      return;
    }
    this.#problems.error(
      place,
      `the ${this.#what} "${id}" is there already, at ${placeText(first)}`,
      'give one of the two another id',
    );
  }
}

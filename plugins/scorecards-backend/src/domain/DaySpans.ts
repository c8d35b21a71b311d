/** The days of many spans, most of which are the same. */
export class DaySpans {
  readonly #days: Set<number>;
  readonly #spans = new Set<string>();

  constructor(day: number) {
    this.#days = new Set([day]);
  }

  /** Both ends are included. */
  add(first: number, last: number): void {
    const span = `${first} ${last}`;
    if (this.#spans.has(span)) return;
    this.#spans.add(span);
    for (let day = first; day <= last; day++) this.#days.add(day);
  }

  days(): number[] {
    return [...this.#days];
  }
}

/** Follows fenced code through the lines of a text, so that nothing in it is taken for Markdown. */
export class FenceTracker {
  #fence: string | undefined;

  /** Whether the line belongs to fenced code, its opening and closing line included. */
  takes(line: string): boolean {
    if (this.#fence === undefined) {
      const [, fence, rest] =
        line.match(/^(?:[ >]|[-+*] |\d{1,9}[.)] )*(`{3,}|~{3,})(.*)$/) ?? [];
      if (fence === undefined || (fence[0] === '`' && rest.includes('`'))) {
        return false;
      }
      this.#fence = fence;
      return true;
    }
    const [, closing] = line.match(/^[ >]*(`{3,}|~{3,})\s*$/) ?? [];
    if (
      closing !== undefined &&
      closing[0] === this.#fence[0] &&
      closing.length >= this.#fence.length
    ) {
      this.#fence = undefined;
    }
    return true;
  }
}

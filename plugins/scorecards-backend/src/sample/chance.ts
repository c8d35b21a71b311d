import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that looks drawn and is always the same for the same words. */
export function chance(...words: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(words.join(' ')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** A number around 1, at most so far from it. */
export function around(
  amplitude: number,
  ...words: readonly (string | number)[]
): number {
  return 1 + amplitude * (2 * chance(...words) - 1);
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Whole events of a rate. The fractions of neighbours are spread evenly, so that what is cut off of one
 * comes with another and a month of them adds up to what the rate says.
 */
export function wholeEvents(rate: number, place: number, seed: number): number {
  return Math.floor(rate + ((place * goldenRatio + seed) % 1));
}

import { Sample, momentSchema } from '@squadron/plugin-scorecards-common';
import { CollectError } from '../CollectError';
import { readPointer } from './jsonPointer';
import { HttpSource, NumberName, numberNames } from './source';

export type Numbers = Partial<Pick<Sample, NumberName | 'at'>>;

/** A number, also one that is written as text, as some APIs do to keep all digits. */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const isText = typeof value === 'string' && value.trim() !== '';
  return isText && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function lasting(message: string): CollectError {
  return new CollectError('lasting', message);
}

/**
 * The numbers of a sample in an answer; nothing where one of them is null, which says that nothing was measured.
 *
 * @throws CollectError when the answer is no JSON, or has no number where one should be
 */
export function readAnswer(
  text: string,
  source: HttpSource,
): Numbers | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw lasting(
      `What ${new URL(source.url).origin} answers is no JSON: check the url`,
    );
  }
  const numbers: Numbers = {};
  for (const name of numberNames) {
    const { [name]: pointer } = source;
    if (pointer === undefined) continue;
    const found = readPointer(document, pointer);
    if (found === null) return undefined;
    const number = toNumber(found);
    if (number === undefined) {
      throw lasting(
        `There is no number at ${pointer} in the answer: check "${name}"`,
      );
    }
    numbers[name] = number;
  }
  if (source.at === undefined) return numbers;
  const at = momentSchema.safeParse(readPointer(document, source.at));
  if (!at.success) {
    throw lasting(
      `There is no time such as 2026-11-28T09:00:00Z at ${source.at} in the answer: check "at"`,
    );
  }
  return { ...numbers, at: at.data };
}

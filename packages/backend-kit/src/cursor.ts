import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';

function digest(list: string, position: string): string {
  return createHash('sha256')
    .update(`${list}\n${position}`)
    .digest('base64url')
    .slice(0, 12);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * An opaque mark of a place in a list.
 *
 * @param list - names the list with its filters, so that the cursor fits no other
 * @param position - what the next page starts after
 */
export function encodeCursor(list: string, position: unknown): string {
  const text = JSON.stringify(position);
  return `${digest(list, text)}.${Buffer.from(text).toString('base64url')}`;
}

/** The position in a cursor; a cursor that was changed or belongs to another list is an `InputError`. */
export function decodeCursor<T extends z.ZodTypeAny>(
  list: string,
  cursor: string,
  schema: T,
): z.output<T> {
  const [check, encoded = ''] = cursor.split('.');
  const text = Buffer.from(encoded, 'base64url').toString();
  if (check === digest(list, text)) {
    const position = schema.safeParse(parseJson(text));
    if (position.success) return position.data;
  }
  throw new InputError(
    'The cursor does not belong to this list: leave `cursor` out to start from the first page, and keep the filters between pages',
  );
}

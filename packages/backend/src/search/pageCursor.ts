import { InputError } from '@backstage/errors';

export function writeCursor(page: number): string {
  return Buffer.from(String(page), 'utf-8').toString('base64');
}

export function readCursor(cursor: string | undefined): number {
  if (!cursor) {
    return 0;
  }
  const page = Number(Buffer.from(cursor, 'base64').toString('utf-8'));
  if (!Number.isInteger(page) || page < 0) {
    throw new InputError(
      'The page cursor is not one that this search gave out. Start again without it.',
    );
  }
  return page;
}

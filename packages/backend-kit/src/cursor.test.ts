import fc from 'fast-check';
import { z } from 'zod/v3';
import { decodeCursor, encodeCursor } from './cursor';

const position = z.tuple([z.string(), z.number()]);
const refused = 'The cursor does not belong to this list';

describe('decodeCursor', () => {
  it('gives back any position', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.integer(),
        (list, text, number) => {
          const cursor = encodeCursor(list, [text, number]);
          expect(decodeCursor(list, cursor, position)).toEqual([text, number]);
          expect(cursor).toMatch(/^[\w.-]+$/);
        },
      ),
    );
  });

  it('refuses the cursor of another list', () => {
    const cursor = encodeCursor('people of a', ['x', 1]);
    expect(() => decodeCursor('people of b', cursor, position)).toThrow(
      refused,
    );
  });

  it('refuses a position of another shape', () => {
    const cursor = encodeCursor('list', { page: 2 });
    expect(() => decodeCursor('list', cursor, position)).toThrow(refused);
  });

  it('refuses any other text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => decodeCursor('list', text, position)).toThrow(refused);
      }),
    );
  });
});

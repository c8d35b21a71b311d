import fc from 'fast-check';
import { partsOf } from './partsOf';

async function all(text: string, length: number): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of partsOf(new Blob([text]), length)) parts.push(part);
  return parts;
}

describe('partsOf', () => {
  it('hands on the whole text in parts that are not too long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 9 }),
        async (text, length) => {
          const parts = await all(text, length);
          expect(parts.join('')).toBe(text);
          expect(parts.every(part => part.length <= length)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never ends a part inside a character', async () => {
    expect(await all('a😀b', 2)).toEqual(['a', '😀', 'b']);
  });

  it('says that a file is not UTF-8', async () => {
    const parts = partsOf(new Blob([new Uint8Array([0x61, 0xff])]), 10);
    await expect(parts.next()).rejects.toThrow('not UTF-8');
  });
});

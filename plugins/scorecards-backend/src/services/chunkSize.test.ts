import fc from 'fast-check';
import { firstChunkSize, nextChunkSize } from './chunkSize';

describe('nextChunkSize', () => {
  it('grows while there is time, up to a thousand', () => {
    expect(nextChunkSize(firstChunkSize(true), 1)).toBe(300);
    expect(nextChunkSize(800, 1)).toBe(1_000);
    expect(nextChunkSize(100, 0)).toBe(200);
  });

  it('shrinks at once to what fits, and never to nothing', () => {
    expect(nextChunkSize(1_000, 60)).toBe(500);
    expect(nextChunkSize(1_000, 9_000)).toBe(50);
  });

  it('settles, however long a sample takes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 10, noNaN: true }), msEach => {
        let size = firstChunkSize(true);
        for (let i = 0; i < 10; i++) size = nextChunkSize(size, size * msEach);
        expect(nextChunkSize(size, size * msEach)).toBe(size);
        expect(size === 50 || size * msEach <= 30).toBe(true);
      }),
    );
  });
});

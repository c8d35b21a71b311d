import fc from 'fast-check';
import { isOlder } from './versions';

describe('versions of golden paths', () => {
  const part = fc.nat(20);
  const version = fc.tuple(part, part, part).map(parts => parts.join('.'));

  it.each([
    ['1.0.0', '1.0.1', true],
    ['1.2.9', '1.10.0', true],
    ['1.9.9', '2.0.0', true],
    ['2.0.0', '1.9.9', false],
    ['1.0.0', '1.0.0', false],
  ])('compare number by number: %s is older than %s: %s', (one, two, older) => {
    expect(isOlder(one, two)).toBe(older);
  });

  it('have an order: of two that differ one is older', () => {
    fc.assert(
      fc.property(version, version, (one, two) => {
        const older = [isOlder(one, two), isOlder(two, one)].filter(Boolean);
        expect(older).toHaveLength(one === two ? 0 : 1);
      }),
    );
  });

  it('have an order that goes on: what is older than the older is older', () => {
    fc.assert(
      fc.property(version, version, version, (one, two, three) => {
        fc.pre(isOlder(one, two) && isOlder(two, three));
        expect(isOlder(one, three)).toBe(true);
      }),
    );
  });

  it.each(['', '1', '1.0', 'v1.0.0', '1.0.0-rc.1', 'latest'])(
    'say nothing where one is none: %j',
    odd => {
      expect([isOlder(odd, '9.9.9'), isOlder('0.0.0', odd)]).toEqual([
        false,
        false,
      ]);
    },
  );
});

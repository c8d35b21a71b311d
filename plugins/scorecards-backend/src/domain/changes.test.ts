import { type Verdict, verdicts } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import { type CellChange, isNotable, isWorse, netChanges } from './changes';

let count = 0;

function change(
  name: string,
  from: Verdict,
  to: Verdict,
  at = (count + 1) * 1_000,
): CellChange {
  count += 1;
  return {
    id: `${count}`,
    kpi: 'uptime',
    entity: `group:default/${name}`,
    group: `group:default/${name.split('/')[0]}`,
    from,
    to,
    at,
  };
}

describe('isNotable', () => {
  it.each([
    ['met', 'missed', true],
    ['met', 'at_risk', true],
    ['missed', 'met', true],
    ['missed', 'at_risk', true],
    ['none', 'missed', true],
    ['none', 'at_risk', true],
    ['none', 'met', false],
    ['missed', 'none', false],
    ['met', 'met', false],
    ['none', 'none', false],
  ] as const)('says of %s to %s %s', (from, to, expected) => {
    expect(isNotable({ from, to })).toBe(expected);
  });
});

describe('isWorse', () => {
  it('holds one way at most', () => {
    for (const from of verdicts) {
      for (const to of verdicts) {
        const back = { from: to, to: from };
        expect(isWorse({ from, to }) && isWorse(back)).toBe(false);
      }
    }
    expect(isWorse({ from: 'met', to: 'at_risk' })).toBe(true);
    expect(isWorse({ from: 'at_risk', to: 'missed' })).toBe(true);
    expect(isWorse({ from: 'none', to: 'missed' })).toBe(true);
  });
});

describe('netChanges', () => {
  it('join the changes of each cell from its first verdict to its last', () => {
    const path = fc.array(fc.constantFrom(...verdicts), {
      minLength: 2,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 5 }), paths => {
        const changes = paths.flatMap((verdictsOf, cell) =>
          verdictsOf
            .slice(1)
            .map((to, i) => change(`g-${cell}`, verdictsOf[i], to, i)),
        );
        const net = netChanges([...changes].reverse());
        expect(
          new Map(net.map(({ entity, from, to }) => [entity, [from, to]])),
        ).toEqual(
          new Map(
            paths.map((verdictsOf, cell) => [
              `group:default/g-${cell}`,
              [verdictsOf[0], verdictsOf.at(-1)],
            ]),
          ),
        );
      }),
    );
  });
});

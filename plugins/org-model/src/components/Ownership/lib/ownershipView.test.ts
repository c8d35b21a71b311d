import { aGroup, anOwnership } from '../../../__testUtils__/ownership';
import { ownershipAnswer, ownershipGaps, shareBars } from './ownershipView';

const orphan = {
  ref: 'component:default/old-api',
  kind: 'Component',
  type: 'service',
  title: 'Old API',
  reason: 'no owner' as const,
};
const ownership = anOwnership({
  unowned: [
    orphan,
    {
      ...orphan,
      ref: 'api:default/x',
      kind: 'API',
      owner: 'group:default/gone',
      reason: 'unknown owner',
    },
  ],
  noLead: [aGroup('squad-b-1', { title: 'B-1', parentTitle: '1B' } as never)],
  heavy: [{ group: aGroup('squad-c-5'), owned: 40, typical: 4 }],
});

describe('ownershipAnswer', () => {
  it('counts what is wrong and leaves out what is not', () => {
    expect(ownershipAnswer(ownership)).toBe(
      '2 entities have no owner; 1 group has no lead; 1 group owns far more than others.',
    );
  });

  it('says so when all is well', () => {
    expect(ownershipAnswer(anOwnership())).toBe(
      'Every one of 12 entities has an owner, and every one of 5 groups a lead and people.',
    );
  });

  it('does not praise an empty tree', () => {
    const totals = { entities: 0, owned: 0, groups: 0, groupsWithLead: 0 };
    expect(ownershipAnswer(anOwnership({ totals }))).toBe(
      'There is no group here yet.',
    );
  });
});

describe('ownershipGaps', () => {
  it('puts what has no owner first and says what is wrong with each', () => {
    const gaps = ownershipGaps(ownership);
    expect(gaps.map(gap => gap.detail)).toEqual([
      'No owner is written.',
      'Its owner group:default/gone does not exist.',
      'Nobody leads it.',
      'Owns 40; a squad typically owns 4.',
    ]);
    expect(gaps[0].what).toBe('component · service');
    expect(new Set(gaps.map(gap => gap.id)).size).toBe(gaps.length);
  });
});

it('names an owner who is in no group', () => {
  const owner = 'user:default/zoe';
  const [gap] = ownershipGaps(
    anOwnership({
      unowned: [{ ...orphan, owner, reason: 'owner without a group' }],
    }),
  );
  expect(gap.detail).toBe('Its owner user:default/zoe is in no group.');
});

describe('shareBars', () => {
  it('makes the longest bar full and counts entities for each person', () => {
    const bars = shareBars([
      { group: aGroup('a'), owned: 8, share: 0.8, people: 4 },
      {
        group: aGroup('b', { lifecycle: 'planned' }),
        owned: 2,
        share: 0.2,
        people: 0,
      },
    ]);
    expect(bars.map(bar => [bar.percent, bar.length, bar.perPerson])).toEqual([
      ['80.0', 1, '2.0'],
      ['20.0', 0.25, undefined],
    ]);
    expect(bars[1].planned).toBe(true);
  });

  it('draws nothing for nothing', () => {
    expect(
      shareBars([{ group: aGroup('a'), owned: 0, share: 0, people: 0 }])[0]
        .length,
    ).toBe(0);
  });
});

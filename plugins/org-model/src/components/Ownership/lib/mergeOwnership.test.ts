import { aGroup, anOwnership } from '../../../__testUtils__/ownership';
import { mergeOwnership } from './mergeOwnership';

const orphan = {
  ref: 'component:default/x',
  kind: 'Component',
  title: 'X',
  reason: 'no owner' as const,
};
const share = (name: string, owned: number) => ({
  group: aGroup(name),
  owned,
  share: 1,
  people: 1,
});

describe('mergeOwnership', () => {
  it('leaves a single answer as it is', () => {
    const answer = anOwnership();
    expect(mergeOwnership([answer])).toBe(answer);
  });

  it('adds the totals up and measures shares against all of them', () => {
    const merged = mergeOwnership([
      anOwnership({ unowned: [orphan], shares: [share('a', 3)] }),
      anOwnership({ unowned: [orphan], shares: [share('b', 9)] }),
    ]);
    expect(merged.totals).toEqual({
      entities: 24,
      owned: 24,
      groups: 10,
      groupsWithLead: 10,
    });
    expect(merged.unowned).toEqual([orphan]);
    expect(merged.shares.map(each => [each.group.name, each.share])).toEqual([
      ['b', 0.375],
      ['a', 0.125],
    ]);
  });
});

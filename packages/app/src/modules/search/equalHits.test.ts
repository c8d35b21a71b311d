import { orderEqualHits } from './equalHits';

const hit = (title: string, kind?: string) => ({ document: { title, kind } });

describe('orderEqualHits', () => {
  it('puts the group of a name before its system and its component', () => {
    const hits = [
      hit('B-1', 'Component'),
      hit('B-10', 'Group'),
      hit('B-1', 'System'),
      hit('A document'),
      hit('B-1', 'Group'),
    ];
    expect(
      orderEqualHits(hits).map(({ document }) => [
        document.title,
        document.kind,
      ]),
    ).toEqual([
      ['B-1', 'Group'],
      ['B-1', 'System'],
      ['B-1', 'Component'],
      ['B-10', 'Group'],
      ['A document', undefined],
    ]);
  });
});

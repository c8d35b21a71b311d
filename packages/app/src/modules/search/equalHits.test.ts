import { orderEqualHits } from './equalHits';

const hit = (title: string, kind?: string, type = 'software-catalog') => ({
  type,
  document: { title, kind },
});

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

  it('puts a document after what it is about, whatever that is', () => {
    const hits = [
      hit('B-1', 'group', 'techdocs'),
      hit('B-1', 'Component'),
      hit('B-1', 'System'),
      hit('B-1', 'Group'),
    ];
    expect(orderEqualHits(hits)).toEqual([hits[3], hits[2], hits[0], hits[1]]);
  });
});

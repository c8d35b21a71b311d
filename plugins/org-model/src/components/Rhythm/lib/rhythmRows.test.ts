import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { aNode } from '../../../__testUtils__/groupTree';
import {
  byCadence,
  countKinds,
  filterCadences,
  rhythmSections,
  toRow,
} from './rhythmRows';
import { yearGrid } from './yearGrid';

const grid = yearGrid(2026, 'UTC');

function everyDays(days: number, count: number, from = '2026-01-05') {
  return Array.from({ length: count }, (_, index) =>
    anOccurrence(
      DateTime.fromISO(from, { zone: 'UTC' })
        .plus({ days: days * index, hours: 9 })
        .toISO()!,
    ),
  );
}

describe('toRow', () => {
  it.each([
    ['daily', 1, 200],
    ['weekly', 7, 50],
  ])('draws what happens %s as one band', (_, days, count) => {
    const row = toRow(aCadence(), everyDays(days, count), grid);
    expect(row.marks).toEqual([]);
    expect(row.band).toMatchObject({ column: 1, count });
  });

  it.each([
    ['every two weeks', 14, 25],
    ['every month', 30, 12],
    ['once', 1, 1],
  ])('draws a mark for each date of what happens %s', (_, days, count) => {
    const row = toRow(aCadence(), everyDays(days, count), grid);
    expect(row.band).toBeUndefined();
    expect(row.marks).toHaveLength(count);
  });

  it('lets a rotation of two weeks cover its columns', () => {
    const rotation = anOccurrence('2026-02-02', { end: '2026-02-16' });
    expect(toRow(aCadence(), [rotation], grid).marks).toEqual([
      { occurrence: rotation, column: 5, span: 2 },
    ]);
  });
});

describe('filterCadences', () => {
  const review = aCadence({ id: 'cost', title: 'Cost review', kind: 'review' });
  const drill = aCadence({
    id: 'drill',
    title: 'DR drill',
    kind: 'exercise',
    with: ['Security Council'],
  });

  it('keeps everything without a filter and counts the kinds', () => {
    expect(
      filterCadences([review, drill], { kinds: [], text: ' ' }),
    ).toHaveLength(2);
    expect([...countKinds([review, drill])]).toEqual([
      ['review', 1],
      ['exercise', 1],
    ]);
  });

  it('narrows by kind, and by every word in title, group or participants', () => {
    const all = [review, drill];
    expect(filterCadences(all, { kinds: ['review'], text: '' })).toEqual([
      review,
    ]);
    expect(filterCadences(all, { kinds: [], text: 'council DRILL' })).toEqual([
      drill,
    ]);
    expect(filterCadences(all, { kinds: ['review'], text: 'drill' })).toEqual(
      [],
    );
  });
});

describe('rhythmSections', () => {
  const nodes = [
    aNode({ name: 'company', type: 'organization' }),
    aNode({
      name: 'platform',
      type: 'group',
      parent: 'group:default/company',
    }),
    aNode({
      name: 'division-1b',
      type: 'division',
      title: '1B Core Cloud',
      parent: 'group:default/platform',
    }),
    aNode({ name: 'squad-b-1', parent: 'group:default/division-1b' }),
    aNode({
      name: 'council-cab',
      type: 'council',
      title: 'CAB',
      parent: 'group:default/company',
    }),
  ];

  it('lists cadences under their division or council, in the order of the tree', () => {
    const cadences = [
      aCadence({ group: 'group:default/council-cab' }),
      aCadence({ group: 'group:default/squad-b-1' }),
      aCadence({ group: 'group:default/division-1b', title: 'Review' }),
      aCadence({ group: 'group:default/company' }),
    ];
    const sections = rhythmSections({
      cadences,
      occurrences: byCadence([]),
      nodes,
      grid,
    });
    expect(
      sections.map(({ title, rows }) => [
        title,
        rows.map(row => row.cadence.group.split('/')[1]),
      ]),
    ).toEqual([
      ['company', ['company']],
      ['1B Core Cloud', ['division-1b', 'squad-b-1']],
      ['CAB', ['council-cab']],
    ]);
  });

  it('puts the cadences of all divisions together, and those of all councils', () => {
    const more = [
      ...nodes,
      aNode({
        name: 'division-1c',
        type: 'division',
        parent: 'group:default/platform',
      }),
    ];
    const cadences = [
      aCadence({ group: 'group:default/division-1c' }),
      aCadence({ group: 'group:default/council-cab' }),
      aCadence({ group: 'group:default/squad-b-1' }),
    ];
    const sections = rhythmSections({
      cadences,
      occurrences: byCadence([]),
      nodes: more,
      grid,
    });
    expect(sections.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Divisions', 2],
      ['CAB', 1],
    ]);
  });

  it('names the group itself when the tree does not know it', () => {
    const cadence = aCadence({ group: 'group:default/x', groupTitle: 'X' });
    const [section] = rhythmSections({
      cadences: [cadence],
      occurrences: byCadence([]),
      nodes: [],
      grid,
    });
    expect(section).toMatchObject({ key: 'group:default/x', title: 'X' });
  });

  it('ends on a tree that goes in a circle', () => {
    const circle = [
      aNode({ name: 'a', parent: 'group:default/b' }),
      aNode({ name: 'b', parent: 'group:default/a' }),
    ];
    const sections = rhythmSections({
      cadences: [aCadence({ group: 'group:default/a' })],
      occurrences: byCadence([]),
      nodes: circle,
      grid,
    });
    expect(sections).toHaveLength(1);
  });
});

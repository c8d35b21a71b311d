import { arrangeRows, DataColumn, nextSort, parseSort } from './rows';

interface Squad {
  title: string;
  people?: number;
}

const columns: DataColumn<Squad>[] = [
  { id: 'title', label: 'Title', value: row => row.title },
  { id: 'people', label: 'People', value: row => row.people, numeric: true },
];
const rows: Squad[] = [
  { title: 'B-10 Backup', people: 2 },
  { title: 'B-2 Storage' },
  { title: 'B-1 Compute', people: 10 },
];

function titles(filter: string, sort: string | null) {
  return arrangeRows(rows, columns, filter, parseSort(sort)).map(
    row => row.title,
  );
}

describe('arrangeRows', () => {
  it('keeps the order of the rows when no column is chosen', () => {
    expect(titles('', null)).toEqual(rows.map(row => row.title));
    expect(titles('', 'unknown')).toEqual(rows.map(row => row.title));
  });

  it('sorts numbers inside text by their value', () => {
    expect(titles('', 'title')).toEqual([
      'B-1 Compute',
      'B-2 Storage',
      'B-10 Backup',
    ]);
  });

  it('puts rows without a value last, whichever way it sorts', () => {
    expect(titles('', 'people')[2]).toBe('B-2 Storage');
    expect(titles('', '-people')).toEqual([
      'B-1 Compute',
      'B-10 Backup',
      'B-2 Storage',
    ]);
  });

  it('keeps rows that hold every word in any column', () => {
    expect(titles('10 COMPUTE', null)).toEqual(['B-1 Compute']);
    expect(titles('nowhere', null)).toEqual([]);
  });

  it('finds what a column says, and sorts by its value', () => {
    const worded: DataColumn<Squad>[] = [
      {
        ...columns[1],
        text: ({ people }) => (people ? `${people} people` : undefined),
      },
    ];
    const found = arrangeRows(rows, worded, 'people', parseSort('people'));
    expect(found.map(({ people }) => people)).toEqual([2, 10]);
  });
});

describe('nextSort', () => {
  it('goes up, then down, then back to the order of the rows', () => {
    expect(nextSort(undefined, 'title')).toBe('title');
    expect(nextSort(parseSort('title'), 'title')).toBe('-title');
    expect(nextSort(parseSort('-title'), 'title')).toBeUndefined();
    expect(nextSort(parseSort('-title'), 'people')).toBe('people');
  });
});

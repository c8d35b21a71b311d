import fc from 'fast-check';
import { group, indexOf, person } from '../__testUtils__/records';
import { PeopleQuery, listPeople } from './people';

const index = indexOf(
  [
    group('company', { type: 'organization' }),
    group('squad-a', { parent: 'company', lead: 'zoe', title: 'Squad A' }),
    group('squad-b', { parent: 'company' }),
  ],
  [
    person('zoe', ['squad-a'], { title: 'Zoe', role: 'Lead Engineer' }),
    person('ann', ['squad-a'], { title: 'Ann', joinedAt: '2026-03-01' }),
    person('bob', ['squad-b', 'squad-a'], { title: 'Bob' }),
    person('eve', ['company'], { title: 'Eve', joinedAt: '2025-03-01' }),
  ],
);

const list = (query: Partial<PeopleQuery>) =>
  listPeople(index, { direct: false, limit: 50, ...query });
const names = (query: Partial<PeopleQuery>) =>
  list(query).items.map(({ name }) => name);

describe('listPeople', () => {
  it('lists by title, each once, with home and what they lead', () => {
    expect(names({})).toEqual(['ann', 'bob', 'eve', 'zoe']);
    expect(list({}).items[3]).toMatchObject({
      home: 'Squad A',
      leads: ['Squad A'],
    });
  });

  it('takes the role from before the comma of the title when none is written', () => {
    const titled = indexOf(
      [group('squad-a')],
      [
        person('a', ['squad-a'], { title: 'Engineer, Squad A' }),
        person('b', ['squad-a'], { title: 'Lead, Squad A', role: 'Manager' }),
        person('c', ['squad-a'], { title: 'VP People' }),
      ],
    );
    const { items } = listPeople(titled, { direct: false, limit: 50 });
    expect(items.map(({ role }) => role)).toEqual([
      'Engineer',
      'Manager',
      undefined,
    ]);
  });

  it.each([
    [{ group: 'group:default/company', direct: true }, ['eve']],
    [{ group: 'group:default/squad-a' }, ['ann', 'bob', 'zoe']],
    [{ q: ' lead ' }, ['zoe']],
    [{ q: 'BO' }, ['bob']],
    [{ joinedSince: '2026-01-01' }, ['ann']],
  ])('finds by %j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('gives every person on exactly one page, whatever the size of pages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Same', 'Other', 'Person 2', 'Person 10'), {
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 10 }),
        (titles, limit) => {
          const many = indexOf(
            [group('company')],
            titles.map((title, i) => person(`p-${i}`, ['company'], { title })),
          );
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = listPeople(many, { direct: false, limit, cursor });
            expect(page.total).toBe(titles.length);
            seen.push(...page.items.map(({ ref }) => ref));
            cursor = page.nextCursor;
          } while (cursor);
          expect(seen).toHaveLength(titles.length);
          expect(new Set(seen).size).toBe(titles.length);
        },
      ),
    );
  });

  it('refuses a cursor of other filters', () => {
    const { nextCursor } = list({ limit: 1 });
    expect(() => list({ limit: 1, q: 'a', cursor: nextCursor })).toThrow(
      'The cursor does not belong to this list',
    );
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '@squadron/backend-kit';
import { group, indexOf, person } from '../__testUtils__/records';
import { DatabaseTickStore } from '../database/DatabaseTickStore';
import { migrationsDirectory } from '../database/migrationsDirectory';
import { OnboardingCommands } from './OnboardingCommands';
import type { OnboardingDefinitions } from './OnboardingDefinitions';
import { OnboardingQueries } from './OnboardingQueries';
import type { TreeIndex } from './TreeIndex';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const people = Array.from({ length: 120 }, (_, at) =>
  person(`new-${String(at).padStart(3, '0')}`, ['squad-a'], {
    joinedAt: `2026-11-0${1 + (at % 9)}`,
  }),
);
const index = indexOf(
  [group('squad-a', { lead: 'boss' })],
  [person('boss', ['squad-a']), ...people],
);
const definitions: Partial<OnboardingDefinitions> = {
  get: async () => [
    {
      id: 'all',
      title: 'Everyone',
      roles: ['everyone'],
      items: [
        { id: 'sit', title: 'Sit', phase: 'day', task: { kind: 'do' } },
        {
          id: 'path',
          title: 'Take a path',
          phase: 'month',
          task: { kind: 'create', link: '/create' },
        },
      ],
    },
  ],
};

async function create() {
  const knex = await databases.init('SQLITE_3');
  await openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory,
  });
  const queries: string[] = [];
  knex.on('query', ({ sql }) => queries.push(sql));
  const options = {
    index: { get: async () => index } as TreeIndex,
    definitions: definitions as OnboardingDefinitions,
    store: new DatabaseTickStore(knex),
    now: () => new Date('2026-11-28T12:00:00Z'),
  };
  return {
    knex,
    sql: queries,
    queries: new OnboardingQueries(options),
    commands: new OnboardingCommands(options),
  };
}

const boss = 'user:default/boss';
const ann = people[0].ref;

describe('OnboardingQueries', () => {
  it('needs one query for any number of new people', async () => {
    const { queries, sql } = await create();
    const { items, total } = await queries.newPeople(boss, { limit: 500 });
    expect([items.length, total, sql.length]).toEqual([120, 120, 1]);
  });

  it('pages through everybody once, newest first', async () => {
    const { queries, commands } = await create();
    await commands.tick(ann, 'sit');
    const found = [];
    let cursor: string | undefined;
    do {
      const page = await queries.newPeople(boss, { cursor, limit: 50 });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(found.map(each => each.person.ref)).size).toBe(120);
    const days = found.map(each => each.person.joinedAt);
    expect(days).toEqual([...days].sort().reverse());
    expect(found.filter(({ done }) => done === 1)).toMatchObject([
      { person: { ref: ann }, total: 1, lastDoneAt: expect.any(String) },
    ]);
    await expect(
      queries.newPeople(boss, { cursor: 'x', limit: 1 }),
    ).rejects.toThrow('The cursor does not belong to this list');
  });

  it('shows a checklist to those who lead the person alone', async () => {
    const { queries } = await create();
    expect(await queries.newPerson(boss, ann)).toMatchObject({ total: 1 });
    for (const [reader, ref] of [
      [ann, people[1].ref],
      [ann, boss],
      [boss, boss],
      [boss, 'user:default/ghost'],
    ]) {
      await expect(queries.newPerson(reader, ref)).rejects.toThrow(
        'You can follow the onboarding of people who joined lately in groups that you lead',
      );
    }
  });
});

describe('OnboardingCommands', () => {
  it('ticks once however often, and takes back', async () => {
    const { commands, queries } = await create();
    await Promise.all([commands.tick(ann, 'sit'), commands.tick(ann, 'sit')]);
    expect((await queries.of(ann)).done).toBe(1);
    await Promise.all([
      commands.untick(ann, 'sit'),
      commands.untick(ann, 'sit'),
    ]);
    expect((await queries.of(ann)).done).toBe(0);
  });

  it('says what to do about an item that is not there or not possible', async () => {
    const { commands } = await create();
    for (const change of [commands.tick, commands.untick]) {
      await expect(change.call(commands, ann, 'gone')).rejects.toThrow(
        'Your checklist has no item "gone": it has changed, reload the page',
      );
    }
    await expect(commands.tick(ann, 'path')).rejects.toThrow(
      '"Take a path" cannot be ticked now: The portal has no such golden path yet',
    );
  });

  it('keeps the ticks of an item that left the checklist', async () => {
    const { commands, knex, queries } = await create();
    await commands.tick(ann, 'sit');
    await knex('onboarding_ticks').update({ item_id: 'left' });
    expect((await queries.of(ann)).done).toBe(0);
    expect(await knex('onboarding_ticks')).toHaveLength(1);
  });
});

import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { createTokenTable } from './DatabaseTokenStore';
import { PersonalTokens } from './PersonalTokens';
import { hashToken } from './token';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ann = 'user:default/ann';
const bob = 'user:default/bob';

describe.each(databases.eachSupportedId())('PersonalTokens on %s', id => {
  async function open(databaseId: TestDatabaseId = id) {
    const knex = await databases.init(databaseId);
    await createTokenTable(knex, 'feeds', 'Feeds that people have made');
    await knex.schema.alterTable('feeds', table => {
      table.string('group_ref').notNullable();
    });
    const clock = { now: new Date('2026-01-01T00:00:00Z') };
    const tokens = new PersonalTokens<{ groupRef: string }>({
      knex,
      table: { name: 'feeds', extra: { groupRef: 'group_ref' } },
      noun: 'feed',
      most: 2,
      now: () => clock.now,
    });
    return { knex, clock, tokens };
  }
  const extra = { groupRef: 'group:default/a' };

  it('tells a token once and finds by it what was made', async () => {
    const { knex, tokens } = await open();
    const { made, token } = await tokens.create(ann, 'Phone', extra);
    expect(await tokens.find(token)).toEqual({
      ...made,
      lastUsedAt: undefined,
    });
    expect(made).toMatchObject({ userRef: ann, label: 'Phone', extra });
    expect(await tokens.find(`${token}x`)).toBeUndefined();
    const [row] = await knex('feeds');
    expect(row.token_hash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('lists those of one person, newest first, up to a number', async () => {
    const { clock, tokens } = await open();
    await tokens.create(ann, 'Old', extra);
    await tokens.create(bob, 'Other', extra);
    clock.now = new Date('2026-02-01T00:00:00Z');
    await tokens.create(ann, 'New', extra);
    const labels = (await tokens.listOf(ann)).map(({ label }) => label);
    expect(labels).toEqual(['New', 'Old']);
    await expect(tokens.create(ann, 'Third', extra)).rejects.toThrow(
      'You have 2 feeds, which is the most',
    );
  });

  it('are revoked by their owner alone, at once', async () => {
    const { tokens } = await open();
    const { made, token } = await tokens.create(ann, 'Phone', extra);
    await expect(tokens.revoke(bob, made.id)).rejects.toThrow(
      'You have no such feed',
    );
    await tokens.revoke(ann, made.id);
    expect(await tokens.find(token)).toBeUndefined();
  });

  it('remember within an hour when they were used', async () => {
    const { clock, tokens } = await open();
    const { token } = await tokens.create(ann, 'Phone', extra);
    const use = async (at: string) => {
      clock.now = new Date(at);
      const found = await tokens.find(token);
      if (found) await tokens.used(found);
      return (await tokens.find(token))?.lastUsedAt?.toISOString();
    };
    const first = '2026-01-02T00:00:00.000Z';
    expect(await use(first)).toBe(first);
    expect(await use('2026-01-02T00:59:00Z')).toBe(first);
    expect(await use('2026-01-02T01:01:00Z')).toBe('2026-01-02T01:01:00.000Z');
  });
});

import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  createIdempotencyTable,
  dropIdempotencyTable,
} from './DatabaseIdempotencyStore';
import { IdempotencyKeys } from './IdempotencyKeys';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const request = { key: 'night-1', caller: 'user:default/ann', request: [1] };

async function open(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await createIdempotencyTable(knex);
  let time = new Date('2026-11-28T08:00:00Z');
  const replica = () => new IdempotencyKeys({ knex, now: () => time });
  let accepted = 0;
  const work = jest.fn(async () => {
    accepted += 1;
    return { accepted };
  });
  return {
    knex,
    work,
    keys: replica(),
    other: replica(),
    setTime: (text: string) => {
      time = new Date(text);
    },
  };
}

/** Work that goes on until it is told to end. */
function workInHand() {
  const started = Promise.withResolvers<void>();
  const end = Promise.withResolvers<string>();
  const work = async () => {
    started.resolve();
    return end.promise;
  };
  return { work, started: started.promise, end };
}

describe.each(databases.eachSupportedId())('IdempotencyKeys on %s', id => {
  it('does the work once and answers the same again, on every replica', async () => {
    const { keys, other, work } = await open(id);
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
    expect(await other.run(request, work)).toEqual({ accepted: 1 });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('remembers also that the work answers nothing', async () => {
    const { keys } = await open(id);
    const work = jest.fn(async () => undefined);
    expect(await keys.run(request, work)).toBeUndefined();
    expect(await keys.run(request, work)).toBeUndefined();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('refuses another request under the same key', async () => {
    const { keys, work } = await open(id);
    await keys.run(request, work);
    await expect(
      keys.run({ ...request, request: [2] }, work),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('send a new request with a new key'),
    });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('tells the keys of two callers apart', async () => {
    const { keys, work } = await open(id);
    await keys.run(request, work);
    const ofBob = { ...request, caller: 'user:default/bob', request: [2] };
    expect(await keys.run(ofBob, work)).toEqual({ accepted: 2 });
  });

  it('asks to try again while the work is going on', async () => {
    const { keys, other, work } = await open(id);
    const inHand = workInHand();
    const first = keys.run(request, inHand.work);
    await inHand.started;
    await expect(other.run(request, work)).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'The request with the idempotency key night-1 is being worked on; try again',
    });
    inHand.end.resolve('done');
    expect(await first).toBe('done');
    expect(await other.run(request, work)).toBe('done');
    expect(work).not.toHaveBeenCalled();
  });

  it('does the work once when many ask at once', async () => {
    const { keys, other, work } = await open(id);
    const asked = Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? keys : other).run(request, work),
    );
    const answers = await Promise.allSettled(asked);
    expect(work).toHaveBeenCalledTimes(1);
    const told = answers.map(answer =>
      answer.status === 'fulfilled'
        ? answer.value.accepted
        : answer.reason.message.slice(-9),
    );
    expect(told).toContain(1);
    expect([1, 'try again']).toEqual(expect.arrayContaining(told));
  });

  it('frees the key when the work fails', async () => {
    const { keys, work } = await open(id);
    const failing = async () => {
      throw new Error('the disk is full');
    };
    await expect(keys.run(request, failing)).rejects.toThrow('disk is full');
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
  });

  it('lets one take over what a process left unfinished', async () => {
    const { keys, other, work, setTime } = await open(id);
    const lost = workInHand();
    const first = keys.run(request, lost.work);
    await lost.started;
    setTime('2026-11-28T08:10:01Z');
    const answers = await Promise.allSettled([
      keys.run(request, work),
      other.run(request, work),
    ]);
    expect(work).toHaveBeenCalledTimes(1);
    expect(answers).toContainEqual({
      status: 'fulfilled',
      value: { accepted: 1 },
    });
    lost.end.resolve('too late');
    await first;
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
  });

  it('does not free the key of who took over when the first one fails late', async () => {
    const { keys, other, work, setTime } = await open(id);
    const lost = workInHand();
    const first = keys.run(request, lost.work);
    await lost.started;
    setTime('2026-11-28T08:10:01Z');
    await other.run(request, work);
    lost.end.reject(new Error('late'));
    await expect(first).rejects.toThrow('late');
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
  });

  it('forgets keys after 24 hours', async () => {
    const { keys, work } = await open(id);
    await keys.run(request, work);
    expect(await keys.prune(new Date('2026-11-29T08:00:00Z'))).toBe(0);
    expect(await keys.run(request, work)).toEqual({ accepted: 1 });
    expect(await keys.prune(new Date('2026-11-29T08:00:01Z'))).toBe(1);
    expect(await keys.run(request, work)).toEqual({ accepted: 2 });
  });

  it.each(['', 'x'.repeat(201), 'a\0b'])(
    'refuses a key that no table holds',
    async key => {
      const { keys, work } = await open(id);
      await expect(keys.run({ ...request, key }, work)).rejects.toThrow(
        'An idempotency key has 1 to 200 characters',
      );
    },
  );

  it('has a table that goes again, with what is in it', async () => {
    const { knex, keys, work } = await open(id);
    await keys.run(request, work);
    await dropIdempotencyTable(knex);
    expect(await knex.schema.hasTable('idempotency_keys')).toBe(false);
  });
});

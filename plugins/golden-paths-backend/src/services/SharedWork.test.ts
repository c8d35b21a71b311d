import { SharedWork } from './SharedWork';

describe('shared work', () => {
  function setup() {
    const shared = new SharedWork<number>();
    const ready = Promise.withResolvers<void>();
    const log: string[] = [];
    let count = 0;
    const make = async (work: (made: number) => Promise<void>) => {
      const made = ++count;
      await ready.promise;
      await work(made);
      log.push(`${made} is gone`);
    };
    const ask = (work: (made: number) => Promise<unknown>) =>
      shared.with('shop', make, work);
    return { ask, log, ready, shared, make };
  }

  it('makes it once for all who ask meanwhile, and keeps it for the last of them', async () => {
    const { ask, log, ready } = setup();
    const hold = Promise.withResolvers<void>();
    const first = ask(async made => log.push(`first has ${made}`));
    const second = ask(async made => {
      await hold.promise;
      log.push(`second has ${made}`);
    });
    ready.resolve();
    await first;
    hold.resolve();
    await second;
    await Promise.resolve();
    expect(log).toEqual(['first has 1', 'second has 1', '1 is gone']);
  });

  it('makes it anew for who asks later, and another for another key', async () => {
    const { ask, ready, shared, make } = setup();
    ready.resolve();
    const other = shared.with('cart', make, async made => made);
    expect(await ask(async made => made)).toBe(2);
    expect(await other).toBe(1);
    expect(await ask(async made => made)).toBe(3);
  });

  it('fails for all, and is tried again', async () => {
    const { ask, ready } = setup();
    const work = jest.fn(async () => 'done');
    const both = [ask(work), ask(work)];
    ready.reject(new Error('no'));
    for (const one of both) await expect(one).rejects.toThrow('no');
    expect(work).not.toHaveBeenCalled();
    await expect(ask(work)).rejects.toThrow('no');
  });
});

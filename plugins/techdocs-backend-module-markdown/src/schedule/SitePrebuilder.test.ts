import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { SitePrebuilder } from './SitePrebuilder';
import type { SyncOutcome } from './syncEvents';

const updated: SyncOutcome = { result: 'updated' };
const MINUTE = 60_000;

function setUp(documented: string[], published: string[] = []) {
  const logger = mockServices.logger.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn(async () => event);
  const clock = { now: 0 };
  const record = jest.fn();
  const sync = jest.fn(async (_: string, __: AbortSignal) => updated);
  const remove = jest.fn(async (_: string) => {});
  const listDocumented = jest.fn(async () => documented);
  const prebuilder = new SitePrebuilder({
    listDocumented,
    synchronizer: { sync },
    store: { list: async () => published, remove },
    auditor: mockServices.auditor.mock({ createEvent }),
    logger,
    metrics: metricsServiceMock.mock({
      createHistogram: () => ({ record }),
    }),
    now: () => new Date(clock.now),
  });
  const run = (signal = new AbortController().signal) => prebuilder.run(signal);
  return {
    clock,
    createEvent,
    event,
    listDocumented,
    logger,
    record,
    remove,
    run,
    sync,
  };
}

describe('SitePrebuilder', () => {
  it('has every site built, two at a time', async () => {
    const refs = ['a', 'b', 'c', 'd', 'e'];
    const { run, sync } = setUp(refs);
    let running = 0;
    let most = 0;
    sync.mockImplementation(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return updated;
    });
    await run();
    expect(sync.mock.calls.map(([ref]) => ref)).toEqual(refs);
    expect(most).toBe(2);
  });

  it('builds the others when one fails, and says so once', async () => {
    const { clock, logger, run, sync } = setUp(['a', 'b', 'c']);
    sync.mockImplementation(async ref => {
      if (ref === 'a') throw new Error('unreachable');
      return ref === 'b' ? { result: 'failed', message: 'no docs' } : updated;
    });
    for (let i = 0; i < 4; i++) {
      await run();
      clock.now += 60 * MINUTE;
    }
    expect(sync).toHaveBeenCalledTimes(12);
    expect(logger.warn.mock.calls).toEqual([
      ['The documents of a could not be built: Error: unreachable'],
      ['The documents of b could not be built: no docs'],
    ]);
  });

  it('says a failure again when it is another one, or after a success', async () => {
    const { clock, logger, run, sync } = setUp(['a']);
    const outcomes: SyncOutcome[] = [
      { result: 'failed', message: 'one' },
      { result: 'failed', message: 'two' },
      updated,
      { result: 'failed', message: 'two' },
    ];
    for (const outcome of outcomes) {
      sync.mockResolvedValueOnce(outcome);
      await run();
      clock.now += 60 * MINUTE;
    }
    expect(logger.warn).toHaveBeenCalledTimes(3);
  });

  it('waits longer after each failure, and not after a success', async () => {
    const { clock, run, sync } = setUp(['a']);
    sync.mockResolvedValue({ result: 'failed', message: 'one' });
    const attempts: number[] = [];
    for (let minute = 0; minute < 100; minute++) {
      clock.now = minute * MINUTE;
      const before = sync.mock.calls.length;
      await run();
      if (sync.mock.calls.length > before) attempts.push(minute);
    }
    expect(attempts).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
    sync.mockResolvedValue(updated);
    clock.now = 200 * MINUTE;
    await run();
    const before = sync.mock.calls.length;
    await run();
    expect(sync.mock.calls.length).toBe(before + 1);
  });

  it('begins nothing more once it has to stop, and takes that for no failure', async () => {
    const { logger, run, sync } = setUp(['a', 'b', 'c', 'd']);
    const controller = new AbortController();
    sync.mockImplementation(async () => {
      controller.abort();
      throw new Error('aborted');
    });
    await run(controller.signal);
    expect(sync.mock.calls.length).toBeLessThanOrEqual(2);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('measures how long each site took and how it ended', async () => {
    const { clock, record, run, sync } = setUp(['a', 'b']);
    sync.mockImplementation(async ref => {
      clock.now += 1_500;
      if (ref === 'b') throw new Error('unreachable');
      return updated;
    });
    await run();
    expect(record.mock.calls.map(([, attributes]) => attributes)).toEqual([
      { result: 'updated' },
      { result: 'failed' },
    ]);
    expect(record.mock.calls[0][0]).toBeGreaterThanOrEqual(1.5);
  });

  it('removes sites whose entity has gone, with an event for the audit', async () => {
    const { createEvent, event, remove, run } = setUp(['a'], ['a', 'b']);
    await run();
    expect(remove.mock.calls).toEqual([['b']]);
    expect(createEvent.mock.calls).toEqual([
      [{ eventId: 'site-remove', meta: { entityRef: 'b' } }],
    ]);
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('builds the others although one cannot be removed', async () => {
    const { event, remove, run, sync } = setUp(['a'], ['a', 'b']);
    remove.mockRejectedValue(new Error('the database is away'));
    await run();
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(sync.mock.calls.map(([ref]) => ref)).toEqual(['a']);
  });

  it('removes nothing while the catalog knows nothing', async () => {
    const { remove, run } = setUp([], ['a', 'b']);
    await run();
    expect(remove).not.toHaveBeenCalled();
  });

  it('removes nothing when the catalog did not answer in full', async () => {
    const { listDocumented, remove, run } = setUp(['a'], ['a', 'b']);
    listDocumented.mockRejectedValue(new Error('the catalog is away'));
    await expect(run()).rejects.toThrow('the catalog is away');
    expect(remove).not.toHaveBeenCalled();
  });
});

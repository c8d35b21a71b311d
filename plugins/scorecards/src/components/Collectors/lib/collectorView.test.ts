import type { CollectorStatus, Run } from '@squadron/plugin-scorecards-common';
import { collectorsAnswer, runDuration, skippedBecause } from './collectorView';

const collector = (over: Partial<CollectorStatus>): CollectorStatus => ({
  id: 'prometheus',
  type: 'prometheus',
  title: 'Prometheus',
  health: 'ok',
  kpis: 3,
  everySeconds: 60,
  timeoutSeconds: 10,
  recent: [],
  ...over,
});
const pushed = { kpis: 90, silent: 0 };

describe('collectorsAnswer', () => {
  it.each([
    [[], 'No collector is in use.'],
    [[collector({ health: 'idle' })], 'No collector is in use.'],
    [[collector({})], 'The collector in use is well.'],
    [
      [collector({}), collector({ id: 'http', title: 'HTTP' })],
      'All 2 collectors in use are well.',
    ],
    [
      [collector({}), collector({ health: 'waiting' })],
      '1 of 2 collectors waits for its first run.',
    ],
    [
      [collector({}), collector({ title: 'HTTP', health: 'failing' })],
      '1 of 2 collectors fails: HTTP.',
    ],
    [
      [collector({}), collector({ title: 'HTTP', health: 'skipped' })],
      '1 of 2 collectors has nothing to ask: HTTP.',
    ],
  ])('says of %j what fails', (items, answer) => {
    expect(collectorsAnswer({ items, pushed })).toBe(answer);
  });

  it('says what was never pushed', () => {
    expect(
      collectorsAnswer({
        items: [collector({})],
        pushed: { kpis: 90, silent: 4 },
      }),
    ).toBe(
      'The collector in use is well. 4 of 90 pushed KPIs have never been pushed.',
    );
  });
});

describe('skippedBecause', () => {
  const lastRun = {
    state: 'skipped',
    problems: [{ kpi: 'a', message: 'The plugin finops is not installed' }],
  } as unknown as Run;
  it('is the reason of the last run', () => {
    expect(skippedBecause(collector({ health: 'skipped', lastRun }))).toBe(
      'The plugin finops is not installed',
    );
  });

  it('is nothing while the collector is well or runs again', () => {
    expect(skippedBecause(collector({ lastRun }))).toBeUndefined();
    const running = { ...lastRun, state: 'running' } as Run;
    expect(
      skippedBecause(collector({ health: 'skipped', lastRun: running })),
    ).toBeUndefined();
  });
});

describe('runDuration', () => {
  const startedAt = '2026-11-28T08:00:00.000Z';
  it.each([
    ['2026-11-28T08:00:00.250Z', '250 ms'],
    ['2026-11-28T08:00:01.440Z', '1.4 s'],
    [undefined, 'running'],
  ])('of a run that ended at %s is %s', (finishedAt, words) => {
    expect(runDuration({ startedAt, finishedAt } as Run)).toBe(words);
  });
});

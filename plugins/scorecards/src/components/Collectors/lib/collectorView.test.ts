import type { CollectorStatus, Run } from '@squadron/plugin-scorecards-common';
import { collectorsAnswer, runDuration } from './collectorView';

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

import { anEnvironment, now } from '../__testUtils__/environments';
import { answerOf, endsSoon, figuresOf } from './overview';

const at = Date.parse(now);
const ready = anEnvironment();
const ending = anEnvironment({ expiresAt: '2026-11-28T20:00:00.000Z' });
const stuck = anEnvironment({ phase: 'stuck', expiresAt: now });
const dev = { name: 'dev', title: 'Development' };
const lab = { name: 'lab', title: 'Laboratory', problem: 'It is down' };

describe('the overview', () => {
  it('counts what is in use, ends soon and is stuck', () => {
    expect(figuresOf([ready, ending, stuck], [dev, lab], at)).toEqual({
      inUse: 2,
      ending: 1,
      stuck: 1,
      answering: 1,
      clusters: 2,
    });
  });

  it.each([
    [
      [ready, ending, stuck],
      [dev, lab],
      '2 environments of B-1 in use; 1 ends within 12 hours; 1 is stuck. 1 of 2 clusters does not answer.',
    ],
    [[ready], [dev], '1 environment of B-1 in use.'],
    [[], [dev], 'No environments of B-1 in use.'],
    [[], [], 'No cluster is configured for environments.'],
  ])('is one sentence or two', (items, clusters, answer) => {
    expect(answerOf(figuresOf(items, clusters, at), 'B-1')).toBe(answer);
  });

  it.each(['preparing', 'terminating', 'stuck'] as const)(
    'asks nobody to keep one that is %s',
    phase => {
      expect(endsSoon({ phase, expiresAt: now }, at)).toBe(false);
    },
  );
});

import type { Waiver } from '@squadron/plugin-scorecards-common';
import { waiverMark, waiversAnswer } from './waiverView';

const waiver = (state: Waiver['state'], mine = false) =>
  ({ state, mine, until: '2026-12-24' }) as Waiver;

describe('waivers in words', () => {
  it.each([
    [[], 'No waiver waits for a decision; 0 targets are waived now.'],
    [
      [waiver('approved'), waiver('denied')],
      'No waiver waits for a decision; 1 target is waived now.',
    ],
    [
      [waiver('requested', true), waiver('requested')],
      '2 waivers wait for a decision, 1 for yours; 0 targets are waived now.',
    ],
  ])('of %j', (waivers, answer) => {
    expect(waiversAnswer(waivers)).toBe(answer);
  });

  it.each([
    [0, 'No waiver waits for your decision.'],
    [1, '1 waiver waits for your decision.'],
    [2, '2 waivers wait for your decision.'],
  ])('of %d to be decided by the reader', (count, answer) => {
    const mine = Array.from({ length: count }, () => waiver('requested', true));
    expect(waiversAnswer(mine, true)).toBe(answer);
  });

  it('say until when one holds, and only then', () => {
    expect(waiverMark(waiver('approved')).words).toBe(
      'approved until 2026-12-24',
    );
    expect(waiverMark(waiver('expired')).words).toBe('expired');
  });
});

import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { importAnswer } from './importView';

const result = {
  accepted: 1200,
  unchanged: 0,
  corrected: 1,
  rejected: 2,
  errors: [],
};
const value = (over: Partial<SampleImport>) =>
  ({ name: 'uptime.csv', state: 'checked', result, ...over }) as SampleImport;

describe('importAnswer', () => {
  it('says what would come of a checked file, and what came of it', () => {
    expect(importAnswer(value({}))).toBe(
      'uptime.csv: 1,200 rows can be taken over; 1 row corrected, 2 rows not taken.',
    );
    expect(importAnswer(value({ state: 'done' }))).toMatch('taken over');
  });

  it('says why a file failed', () => {
    expect(
      importAnswer(value({ state: 'failed', problem: 'It has no header.' })),
    ).toBe('uptime.csv failed: It has no header.');
  });
});

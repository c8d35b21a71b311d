import { mockServices } from '@backstage/backend-test-utils';
import { readRetentionDays } from './config';

const read = (retentionDays?: number) =>
  readRetentionDays(
    mockServices.rootConfig({ data: { scorecards: { retentionDays } } }),
  );

describe('the days of retention', () => {
  it('are 800 or more', () => {
    expect(read()).toBe(800);
    expect(read(1_000)).toBe(1_000);
  });

  it.each([799, 0, 900.5])('are not %d', days => {
    expect(() => read(days)).toThrow('write whole days, 800 or more');
  });
});

import { freshnessOf, staleAt } from './freshness';

const at = Date.UTC(2026, 10, 28, 9);
const facts = { at, freshSeconds: 60, now: at, collectorFailed: false };

describe('freshnessOf', () => {
  it('is fresh up to the last moment, and stale after it', () => {
    const last = staleAt(at, 60);
    expect(freshnessOf({ ...facts, now: last })).toBe('fresh');
    expect(freshnessOf({ ...facts, now: last + 1 })).toBe('stale');
  });

  it('takes a sample a little ahead of the clock for fresh', () => {
    expect(freshnessOf({ ...facts, now: at - 1_000 })).toBe('fresh');
  });

  it('has no data before the first sample', () => {
    expect(freshnessOf({ ...facts, at: undefined })).toBe('no_data');
  });

  it('is an error when the collector failed and nothing fresh is there', () => {
    const failed = { ...facts, collectorFailed: true };
    expect(freshnessOf(failed)).toBe('fresh');
    expect(freshnessOf({ ...failed, now: at + 60_001 })).toBe('error');
    expect(freshnessOf({ ...failed, at: undefined })).toBe('error');
  });
});

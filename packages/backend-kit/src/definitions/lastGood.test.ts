import { LastGood } from './lastGood';

const bad = { severity: 'error' as const, file: 'a.yaml', message: 'wrong' };
const odd = { severity: 'warning' as const, file: 'a.yaml', message: 'odd' };

describe('LastGood', () => {
  it('keeps the last good value when a bad one follows', () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const lastGood = new LastGood<number>({ now: () => now });
    expect(lastGood.status()).toMatchObject({ status: 'empty' });
    lastGood.offer({ value: 1, problems: [odd] });
    expect(lastGood.status()).toMatchObject({ status: 'ok', problems: [odd] });

    now = new Date('2026-01-02T00:00:00Z');
    lastGood.offer({ value: 2, problems: [bad] });
    expect(lastGood.value).toBe(1);
    expect(lastGood.status()).toEqual({
      status: 'stale',
      checkedAt: '2026-01-02T00:00:00.000Z',
      lastGoodAt: '2026-01-01T00:00:00.000Z',
      problems: [bad],
    });
  });

  it('is empty as long as nothing good was read', () => {
    const lastGood = new LastGood<number>();
    lastGood.offer({ problems: [bad] });
    expect(lastGood.status()).toMatchObject({
      status: 'empty',
      problems: [bad],
    });
  });

  it('names each problem once until it went away and came back', () => {
    const lastGood = new LastGood<number>();
    expect(lastGood.offer({ problems: [bad] })).toEqual([bad]);
    expect(lastGood.offer({ problems: [bad, odd] })).toEqual([odd]);
    expect(lastGood.offer({ value: 1, problems: [] })).toEqual([]);
    expect(lastGood.offer({ problems: [bad] })).toEqual([bad]);
  });
});

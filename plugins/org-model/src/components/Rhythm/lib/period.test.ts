import { anOccurrence } from '../../../__testUtils__/cadences';
import { cut, widen } from './period';

const today = { from: '2026-09-08', to: '2026-09-08' };

describe('widen', () => {
  it('asks a day more on both sides', () => {
    expect(widen({ from: '2026-01-01', to: '2026-12-31' })).toEqual({
      from: '2025-12-31',
      to: '2027-01-01',
    });
  });
});

describe('cut', () => {
  it('keeps what began earlier and still runs, and no more', () => {
    const reviews = anOccurrence('2026-09-07', { end: '2026-09-18' });
    const over = anOccurrence('2026-09-07', { end: '2026-09-08' });
    const later = anOccurrence('2026-09-09', { end: '2026-09-10' });
    expect(cut([reviews, over, later], today, 'Europe/Berlin')).toEqual([
      reviews,
    ]);
  });

  it('goes by the clock of the person', () => {
    const late = anOccurrence('2026-09-07T23:30:00Z');
    expect(cut([late], today, 'Asia/Tokyo')).toEqual([late]);
    expect(cut([late], today, 'UTC')).toEqual([]);
  });
});

import type { DefinitionsStatus } from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import { bannerView, orderProblems, placeOf } from './bannerView';

const now = DateTime.fromISO('2026-11-24T12:00:00Z');
const stale: DefinitionsStatus = {
  status: 'stale',
  lastGoodAt: '2026-11-24T10:00:00Z',
  problems: [
    { severity: 'warning', file: 'a.yaml', line: 1, message: 'odd' },
    {
      severity: 'error',
      file: 'division-1b.yaml',
      line: 12,
      column: 3,
      message: 'duplicate code B-1',
    },
  ],
};

describe('bannerView', () => {
  it('names the first error with its place and the age of what is shown', () => {
    const view = bannerView(stale, ['manager'], now);
    expect(view).toMatchObject({
      title:
        'A definition has a fault. The portal shows the organization as last read, 2 hours ago.',
      place: 'division-1b.yaml:12:3',
      message: 'duplicate code B-1',
    });
    expect(view?.problems).toHaveLength(2);
  });

  it('speaks to those who can mend it only, until the portal is empty', () => {
    expect(bannerView(stale, ['engineer'], now)).toBeUndefined();
    expect(
      bannerView({ status: 'empty', problems: [] }, [], now)?.title,
    ).toMatch(/portal is empty/);
  });

  it('is silent when all is well', () => {
    expect(
      bannerView(
        { status: 'ok', problems: stale.problems },
        ['executive'],
        now,
      ),
    ).toBeUndefined();
  });

  it('comes back after it was dismissed when something else is wrong', () => {
    const other = { ...stale, problems: [stale.problems[0]] };
    expect(bannerView(other, ['manager'], now)?.id).not.toBe(
      bannerView(stale, ['manager'], now)?.id,
    );
  });
});

describe('placeOf', () => {
  it('says as much as is known', () => {
    const problem = { severity: 'error' as const, message: 'x' };
    expect(placeOf(problem)).toBeUndefined();
    expect(placeOf({ ...problem, file: 'a.yaml' })).toBe('a.yaml');
    expect(placeOf({ ...problem, file: 'a.yaml', line: 7 })).toBe('a.yaml:7');
  });
});

describe('orderProblems', () => {
  it('puts errors first, by file and line', () => {
    const lines = orderProblems([
      ...stale.problems,
      { severity: 'error', file: 'b.yaml', line: 9, message: 'second' },
      { severity: 'error', file: 'b.yaml', line: 2, message: 'first' },
    ]).map(({ message }) => message);
    expect(lines).toEqual(['first', 'second', 'duplicate code B-1', 'odd']);
  });
});

import fc from 'fast-check';
import { formatTarget } from './formatTarget';
import { parseTarget } from './parseTarget';
import { Target, targetOps, targetPeriods } from './target';

const target = (text: string): Target => {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
  return parsed.target;
};

const problem = (text: string) => {
  const parsed = parseTarget(text);
  if (parsed.ok) throw new Error(`"${text}" was understood`);
  return parsed.problem;
};

describe('parseTarget', () => {
  it.each<[string, Target]>([
    ['>= 99.95%', { op: '>=', value: '99.95', unit: '%' }],
    ['< 30 min', { op: '<', value: '30', unit: 'min' }],
    ['<= 2 h for 90%', { op: '<=', value: '2', unit: 'h', share: '90' }],
    ['> 3.8 for 95%', { op: '>', value: '3.8', unit: '', share: '95' }],
    ['11 nines', { op: '>=', value: '99.999999999', unit: '%' }],
    ['= 0', { op: '=', value: '0', unit: '' }],
    ['= 0%', { op: '=', value: '0', unit: '%' }],
    ['>= 20/day', { op: '>=', value: '20', unit: '', per: 'day' }],
    [
      '>= 20 deploys/day',
      { op: '>=', value: '20', unit: 'deploys', per: 'day' },
    ],
    ['< 2 versions', { op: '<', value: '2', unit: 'versions' }],
    ['>= 4/quarter', { op: '>=', value: '4', unit: '', per: 'quarter' }],
    ['>= 4.7 of 5', { op: '>=', value: '4.7', unit: '', of: '5' }],
    ['>= 10%/month', { op: '>=', value: '10', unit: '%', per: 'month' }],
    ['< 2%/quarter', { op: '<', value: '2', unit: '%', per: 'quarter' }],
    ['<= 1 business d', { op: '<=', value: '1', unit: 'business d' }],
    ['>= 0.90', { op: '>=', value: '0.90', unit: '' }],
    ['>= 300%', { op: '>=', value: '300', unit: '%' }],
    ['< 5 ms', { op: '<', value: '5', unit: 'ms' }],
    ['<= 2 w', { op: '<=', value: '2', unit: 'w' }],
  ])('reads the canonical %s', (text, expected) => {
    expect(target(text)).toEqual(expected);
    expect(formatTarget(target(text))).toBe(text);
  });

  it.each([
    ['≥ 99.95 %', '>= 99.95%'],
    ['≥99.95%', '>= 99.95%'],
    ['=> 99.95 percent', '>= 99.95%'],
    ['at least 99.95%', '>= 99.95%'],
    ['No less than 99.95%', '>= 99.95%'],
    ['=< 90 days', '<= 90 d'],
    ['at most 90 days', '<= 90 d'],
    ['less than 5ms', '< 5 ms'],
    ['under 12 hours', '< 12 h'],
    ['≤ 72h', '<= 72 h'],
    ['≤ 2h (90%)', '<= 2 h for 90%'],
    ['> 3.8 (95%)', '> 3.8 for 95%'],
    ['<= 2 hours in 90 %', '<= 2 h for 90%'],
    ['11×9', '11 nines'],
    ['11x9', '11 nines'],
    ['11 9s', '11 nines'],
    ['≥ 11 nines', '11 nines'],
    ['>= 99.999%', '5 nines'],
    ['3 nines', '>= 99.9%'],
    ['1 nine', '>= 90%'],
    ['< 9s', '< 9 s'],
    ['≥ 20 Deploys/day', '>= 20 deploys/day'],
    ['≥ 20 deploys per day', '>= 20 deploys/day'],
    ['≥ 4 Articles/Quarter', '>= 4 articles/quarter'],
    ['< 2% / Q', '< 2%/quarter'],
    ['≥ +10% monthly', '>= 10%/month'],
    ['> 90% annually', '> 90%/year'],
    ['≥ 4.7/5', '>= 4.7 of 5'],
    ['≥ 4.7 out of 5', '>= 4.7 of 5'],
    ['≤ 1 business day', '<= 1 business d'],
    ['≤ 1 Day', '<= 1 d'],
    ['≤ 2 weeks', '<= 2 w'],
    ['> −5%', '> -5%'],
    ['> -0', '> 0'],
    ['== 007', '= 7'],
  ])('reads %s as %s', (text, canonical) => {
    expect(formatTarget(target(text))).toBe(canonical);
  });

  it('keeps every digit', () => {
    const text = '>= 99.99999999999999999995%';
    expect(target(text).value).toBe('99.99999999999999999995');
    expect(formatTarget(target(text))).toBe(text);
  });
});

describe('what is no target', () => {
  it.each([
    ['', 0, 'here a number is missing', 'write it like >= 99.95%'],
    ['99.95%', 0, 'whether more or less is better', 'write >= 99.95%'],
    ['  2 h', 2, 'whether more or less is better', 'write <= 2 h'],
    ['>= 99,95%', 5, '"," is not understood', 'write >= 99.95%'],
    ['>= many', 3, '"many" is no number', 'write it like'],
    ['>=', 2, 'here a number is missing', 'write it like'],
    ['< 30 mintues', 5, 'there is no unit "mintues"', 'write min'],
    ['<= 2 huors', 5, 'there is no unit "huors"', 'write h'],
    ['>= 99 precent', 6, 'there is no unit "precent"', 'write %'],
    ['11 nynes', 3, 'there is no unit "nynes"', 'write nines'],
    ['< 30 m', 5, '"m" may be minutes or months', 'write min'],
    ['<= 36 months', 6, 'differ in length', 'write d or w'],
    ['>= 20/shift', 6, 'there is no period "shift"', 'write day, week'],
    ['>= 20/mouth', 6, 'there is no period "mouth"', 'write month'],
    ['>= 20/', 6, 'the period is missing', 'write day, week'],
    ['= 100% adherence', 7, '"adherence" is not understood', 'write = 100%'],
    [
      '>= 4 technical articles',
      15,
      '"articles" is not',
      'write >= 4 technical',
    ],
    ['>= 99% %', 7, '"%" is not understood here', 'write >= 99%'],
    ['<= 2 h for 90', 13, 'here "%" is missing', 'write it like'],
    ['<= 2 h for all', 11, 'a share such as 90% is missing', 'write it like'],
    ['<= 1 business', 13, 'here "day" is missing', 'write it like'],
    ['>= 4.7 of', 9, 'here the top of the scale is missing', 'write it like'],
    ['≈ 5', 0, '"≈" is not understood', 'write it like'],
    ['>= 1e-5', 4, 'there is no unit "e"', 'write %, ms'],
    ['>= 0x10', 4, '"x" is not understood', 'write >= 0'],
    ['>= NaN', 3, '"nan" is no number', 'write it like'],
    [`>= ${'1'.repeat(100)}`, 100, 'at most 100 characters', 'write it like'],
  ])('rejects "%s" at %d', (text, position, message, suggestion) => {
    expect(problem(text)).toEqual({
      position,
      message: expect.stringContaining(message),
      suggestion: expect.stringContaining(suggestion),
    });
  });

  it.each([
    ['<= 2 h for 101%', 11, 'a share of 101% cannot be'],
    ['<= 2 h for 0%', 11, 'a share of 0% cannot be'],
    ['>= 95% for 90%', 7, 'a percentage is of many already'],
    ['>= 20/day for 90%', 5, 'a rate is of many already'],
    ['>= 4.7 of 4', 3, '4.7 is more than the scale has'],
    ['>= -1 of 0', 6, 'a scale cannot end at 0'],
    ['<= 11 nines', 0, 'nines are a least value'],
    ['0 nines', 0, '0 is no number of nines'],
    ['2.5 nines', 0, '2.5 is no number of nines'],
    ['31 nines', 0, '31 is no number of nines'],
    ['<= 2 h/day', 6, 'a time has no rate'],
    ['<= -2 h', 3, 'a time cannot be less than nothing'],
  ])('rejects the contradiction "%s" at %d', (text, position, message) => {
    expect(problem(text)).toMatchObject({
      position,
      message: expect.stringContaining(message),
    });
  });

  it('never throws, and never points outside of the text', () => {
    const pieces = fc.constantFrom(
      ...['>=', '<', '≥', '99.9', '11', '9', 's', '%', 'min', 'nines', '×'],
      ...['of', 'for', '/', '(', ')', 'day', 'per', ',', ' ', 'x', 'business'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(parts => parts.join('')),
        ),
        text => {
          const parsed = parseTarget(text);
          const again = parsed.ok && parseTarget(formatTarget(parsed.target));
          const position = parsed.ok ? 0 : parsed.problem.position;
          expect(again).toEqual(parsed.ok && parsed);
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const decimal = (max: number) =>
  fc
    .tuple(fc.nat({ max }), fc.option(fc.stringMatching(/^\d{1,12}$/)))
    .map(([whole, rest]) => (rest === null ? `${whole}` : `${whole}.${rest}`));
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value).map(found => (found === null ? {} : { [key]: found }));
const counted = fc.constantFrom('versions', 'articles', 'deploys', 'hubs', '');
const time = fc.constantFrom('ms', 's', 'min', 'h', 'd', 'business d', 'w');
const per = optional('per', fc.constantFrom(...targetPeriods));
const share = optional(
  'share',
  decimal(98).map(text => `1${text}`.slice(0, 2)),
);

const anyTarget = fc
  .tuple(
    fc.record({ op: fc.constantFrom(...targetOps), value: decimal(10_000) }),
    fc.oneof(
      fc.tuple(fc.constant({ unit: '%' }), per),
      fc.tuple(
        counted.map(unit => ({ unit })),
        fc.oneof(per, share),
      ),
      fc.tuple(
        time.map(unit => ({ unit })),
        share,
      ),
      fc.tuple(fc.constant({ unit: '', of: '10001' }), share),
    ),
  )
  .map(([base, [unit, rest]]) => ({ ...base, ...unit, ...rest }) as Target);

describe('formatTarget', () => {
  it('writes what parses back to the same target', () => {
    fc.assert(
      fc.property(anyTarget, each => {
        expect(target(formatTarget(each))).toEqual(each);
      }),
    );
  });

  it('writes nines that parse back to the same target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), nines => {
        const parsed = target(`${nines} nines`);
        expect(parsed.value.replace('.', '')).toBe(
          nines === 1 ? '90' : '9'.repeat(nines),
        );
        expect(target(formatTarget(parsed))).toEqual(parsed);
      }),
    );
  });
});

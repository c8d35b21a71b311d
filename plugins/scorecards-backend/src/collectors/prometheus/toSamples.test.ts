import { prometheusSourceSchema } from './source';
import { Answers, toSamples } from './toSamples';

const entities = ['group:default/a'];
const at = Date.parse('2026-11-28T10:00:00Z');
const one = (value: number, labels: Record<string, string> = {}) => ({
  labels,
  points: [{ at, value }],
});
const read = (source: object, answers: Answers, groups = entities) =>
  toSamples(
    { id: 'k' },
    prometheusSourceSchema.parse({ type: 'prometheus', text: 'x', ...source }),
    groups,
    answers,
  );
const sample = {
  kpi: 'k',
  entity: entities[0],
  at: '2026-11-28T10:00:00.000Z',
};

describe('toSamples', () => {
  const ratio = { good: 'g', total: 't' };
  const value = { value: 'v' };

  it('puts the parts of a ratio together', () => {
    const { samples } = read(ratio, [
      ['good', [one(9)]],
      ['total', [one(10)]],
    ]);
    expect(samples).toEqual([{ ...sample, good: 9, total: 10 }]);
  });

  it('takes no series of bad or good events for none of them', () => {
    expect(
      read({ bad: 'b', total: 't' }, [
        ['bad', []],
        ['total', [one(10)]],
      ]).samples,
    ).toEqual([{ ...sample, bad: 0, total: 10 }]);
  });

  it.each([
    [
      'nothing in total',
      ratio,
      [
        ['good', [one(0)]],
        ['total', [one(0)]],
      ],
    ],
    [
      'no series at all',
      ratio,
      [
        ['good', []],
        ['total', []],
      ],
    ],
    [
      'no time of events',
      { sum: 's', count: 'c' },
      [
        ['sum', []],
        ['count', [one(2)]],
      ],
    ],
    [
      'no events that took time',
      { sum: 's', count: 'c' },
      [
        ['sum', [one(0)]],
        ['count', [one(0)]],
      ],
    ],
    ['no value', value, [['value', []]]],
  ] as [string, object, Answers][])(
    'makes no sample and no problem of %s',
    (_, source, answers) => {
      expect(read(source, answers)).toEqual({
        samples: [],
        problem: undefined,
      });
    },
  );

  it.each([NaN, Infinity, -Infinity])(
    'makes no sample and a problem of %d',
    bad => {
      const { samples, problem } = read(value, [['value', [one(bad)]]]);
      expect(samples).toEqual([]);
      expect(problem).toContain(`"value" is ${bad} for group:default/a`);
    },
  );

  it('finds the entity of each series by a label', () => {
    const by = { label: 'unit', entity: 'unit-b-1-${value}' };
    const { samples, problem } = read({ ...value, unit: 'ms', by }, [
      ['value', [one(1, { unit: 'U-C1' }), one(2, { unit: 'u-c2' }), one(3)]],
    ]);
    expect(samples).toEqual([
      { ...sample, entity: 'unit-b-1-u-c1', unit: 'ms', value: 1 },
      { ...sample, entity: 'unit-b-1-u-c2', unit: 'ms', value: 2 },
    ]);
    expect(problem).toBe('A series has no label "unit": group by it');
  });

  it('refuses series that it cannot tell apart', () => {
    const two = [one(1, { job: 'x' }), one(2, { job: 'y' })];
    expect(read(value, [['value', two]])).toMatchObject({
      samples: [],
      problem: expect.stringContaining('answers 2 series'),
    });
    expect(read(value, [['value', [one(1)]]], ['a', 'b'])).toMatchObject({
      samples: [],
      problem: expect.stringContaining('2 groups have the KPI'),
    });
  });

  it('does not hold rounding against a ratio, and everything else', () => {
    const goodOf = (good: number) =>
      read(ratio, [
        ['good', [one(good)]],
        ['total', [one(0.3)]],
      ]).samples[0].good;
    expect(goodOf(0.1 + 0.2)).toBe(0.3);
    expect(goodOf(0.31)).toBe(0.31);
  });
});

describe('the source of a KPI that a Prometheus measures', () => {
  it.each([
    [{ good: 'g' }, 'write good and total'],
    [{ good: 'g', bad: 'b', total: 't' }, 'write good and total'],
    [{ value: 'v', total: 't' }, 'write good and total'],
    [{}, 'write good and total'],
    [{ value: 'v', by: { label: 'x', entity: 'y' } }, '${value}'],
    [{ value: 'v', range: '5 minutes' }, 'write a duration such as 5m'],
    [{ vaule: 'v' }, 'vaule'],
  ])('is not %j', (source, message) => {
    const { error } = prometheusSourceSchema.safeParse({
      type: 'prometheus',
      text: 'x',
      ...source,
    });
    expect(error?.message).toContain(message);
  });
});

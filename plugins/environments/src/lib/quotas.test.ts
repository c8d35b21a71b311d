import { allUses, amountOf, fullest, mainUses } from './quotas';

const quotas = [
  { resource: 'limits.cpu', used: '1', hard: '4' },
  { resource: 'requests.memory', used: '512Mi', hard: '4Gi' },
  { resource: 'pods', used: '30', hard: '20' },
  { resource: 'requests.cpu', used: '500m', hard: '2' },
  { resource: 'services.nodeports', used: '0', hard: '0' },
];

describe('quotas', () => {
  it.each([
    ['2', 2],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['1e3', 1_000],
    ['4Gi', 4 * 2 ** 30],
    ['1G', 1e9],
    ['-1', undefined],
    ['1Xi', undefined],
    ['', undefined],
  ])('read the amount %s', (quantity, amount) => {
    expect(amountOf(quantity)).toBe(amount);
  });

  it('show pods, CPU and memory first, never more than all', () => {
    expect(mainUses(quotas)).toEqual([
      { label: 'pods', words: '30 of 20', share: 1 },
      { label: 'CPU', words: '500m of 2', share: 0.25 },
      { label: 'memory', words: '512Mi of 4Gi', share: 0.125 },
    ]);
    expect(mainUses([])).toEqual([]);
    expect(fullest(mainUses(quotas))).toBe(1);
    expect(fullest([])).toBeUndefined();
  });

  it('show all by their own names, without a share of nothing', () => {
    expect(allUses(quotas)).toHaveLength(5);
    expect(allUses(quotas).at(-1)).toEqual({
      label: 'services.nodeports',
      words: '0 of 0',
    });
  });
});

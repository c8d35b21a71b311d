import { PollPlan } from './PollPlan';

const settle = (plan: PollPlan) => {
  plan.next('changed', 50);
  return Array.from({ length: 5 }, () => plan.next('same', 50));
};

describe('PollPlan', () => {
  it('looks often at first, and in its own time once the catalog keeps still', () => {
    const plan = new PollPlan(15_000);
    expect(plan.next('failed', 50)).toBe(1_000);
    expect(settle(plan)).toEqual([1_000, 1_000, 1_000, 15_000, 15_000]);
  });

  it('looks often again after an import, until a change and quiet after it', () => {
    const plan = new PollPlan(15_000);
    settle(plan);
    plan.expectChange();
    for (let i = 0; i < 6; i++) expect(plan.next('same', 50)).toBe(1_000);
    expect(settle(plan).at(-1)).toBe(15_000);
  });

  it('does not look often for ever when nothing comes of an import', () => {
    const plan = new PollPlan(15_000);
    const waits = Array.from({ length: 30 }, () => plan.next('same', 50));
    expect(waits.at(-1)).toBe(15_000);
    expect(waits.filter(wait => wait < 15_000)).toHaveLength(20);
  });

  it('rests longer after a poll that took long', () => {
    const plan = new PollPlan(15_000);
    expect(plan.next('changed', 1_200)).toBe(6_000);
    expect(plan.next('changed', 9_000)).toBe(15_000);
  });
});

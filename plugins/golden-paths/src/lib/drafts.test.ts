import { isWorthKeeping, keepable, latestFirst, readDraft } from './drafts';

const draft = (id: string, savedAt = '2026-01-01') => ({
  id,
  template: 'template:default/node-service',
  savedAt,
  values: { name: `shop-${id}` },
});

describe('drafts', () => {
  it('are read as they were stored, and nothing else is', () => {
    expect(readDraft(draft('1'))).toEqual(draft('1'));
    expect(readDraft({ other: 1 })).toBeUndefined();
    expect(readDraft(undefined)).toBeUndefined();
  });

  it('come with the latest first, each once', () => {
    const [old, new1, new2] = [
      draft('1', '2026-01-01'),
      draft('1', '2026-01-03'),
      draft('2', '2026-01-02'),
    ];
    expect(latestFirst([old, new2, new1])).toEqual([new1, new2]);
  });

  it('never hold what stands for a secret', () => {
    expect(keepable({ name: 'shop', token: '*****', port: 80 })).toEqual({
      name: 'shop',
      port: 80,
    });
  });

  it('are worth keeping when somebody has written something', () => {
    expect(isWorthKeeping({ port: 8080 })).toBe(false);
    expect(isWorthKeeping({ name: '' })).toBe(false);
    expect(isWorthKeeping({ name: 's' })).toBe(true);
    expect(isWorthKeeping({ description: 's' })).toBe(true);
    expect(isWorthKeeping({ component: 'component:default/a' })).toBe(true);
  });
});

import {
  isWorthKeeping,
  keepable,
  readDrafts,
  withDraft,
  withoutDraft,
  withoutSent,
} from './drafts';

const node = 'template:default/node-service';
const go = 'template:default/go-service';
const draft = (id: string, template = node, savedAt = '2026-01-01') => ({
  id,
  template,
  savedAt,
  values: { name: `shop-${id}` },
});

describe('drafts', () => {
  it('are read with the latest first, and without what is no draft', () => {
    const stored = [
      draft('1', node, '2026-01-01'),
      { other: 1 },
      draft('2', go, '2026-02-01'),
    ];
    expect(readDrafts(stored)).toEqual([stored[2], stored[0]]);
    expect(readDrafts(undefined)).toEqual([]);
    expect(readDrafts('text')).toEqual([]);
  });

  it('are kept once for each form, also of the same golden path', () => {
    const two = withDraft([draft('1')], draft('2'));
    const again = { ...draft('1'), values: { name: 'renamed' } };
    expect(withDraft(two, again)).toEqual([again, draft('2')]);
    expect(withoutDraft(two, '2')).toEqual([draft('1')]);
  });

  it('are forgotten from the twenty-first on', () => {
    const many = Array.from({ length: 20 }, (_, at) => draft(String(at)));
    const kept = withDraft(many, draft('new'));
    expect(kept.map(({ id }) => id)).toEqual([
      'new',
      ...many.slice(0, 19).map(({ id }) => id),
    ]);
  });

  it('go when their form was sent', () => {
    const drafts = [draft('1'), draft('2'), draft('1', go)];
    expect(withoutSent(drafts, node, { name: 'shop-1', port: 80 })).toEqual([
      draft('2'),
      draft('1', go),
    ]);
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

import { isWorthKeeping, readDrafts, withDraft, withoutDraft } from './drafts';

const node = 'template:default/node-service';
const go = 'template:default/go-service';
const draft = (template: string, savedAt: string, name = 'shop') => ({
  template,
  savedAt,
  values: { name },
});

describe('drafts', () => {
  it('are read with the latest first, and without what is no draft', () => {
    const stored = [
      draft(node, '2026-01-01'),
      { other: 1 },
      draft(go, '2026-02-01'),
    ];
    expect(readDrafts(stored)).toEqual([stored[2], stored[0]]);
    expect(readDrafts(undefined)).toEqual([]);
    expect(readDrafts('text')).toEqual([]);
  });

  it('are kept once for each golden path', () => {
    const first = withDraft([draft(go, '1')], draft(node, '2'));
    const second = withDraft(first, draft(node, '3', 'shop-api'));
    expect(second).toEqual([draft(node, '3', 'shop-api'), draft(go, '1')]);
    expect(withoutDraft(second, node)).toEqual([draft(go, '1')]);
  });

  it('are worth keeping when somebody has written something', () => {
    expect(isWorthKeeping({ port: 8080 })).toBe(false);
    expect(isWorthKeeping({ name: '' })).toBe(false);
    expect(isWorthKeeping({ name: 's' })).toBe(true);
  });
});

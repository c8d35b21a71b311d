import { NotFoundError } from '@backstage/errors';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { now, today } from '../__testUtils__/read';
import { group } from '../__testUtils__/records';
import { dayFrom } from '../domain/day';
import { TreeHistory } from './TreeHistory';

const treeOf = (parent: string) =>
  new OrgTree({
    at: now.toISOString(),
    groups: [group('a'), group('b'), group('squad', { parent })],
    people: [],
  });

function createHistory(first: number, moved: number) {
  const current = treeOf('b');
  const tree = jest.fn(async ({ asOf }: { asOf?: string } = {}) => {
    if (asOf === undefined) return current;
    const day = dayFrom(asOf);
    if (day < first) throw new NotFoundError('Nothing is known of that day');
    return treeOf(day < moved ? 'a' : 'b');
  });
  const history = new TreeHistory({ directory: { tree }, now: () => now });
  const past = () => tree.mock.calls.filter(([request]) => request?.asOf);
  return { history, past, current };
}

const parents = (spans: { from: number; to: number; tree: OrgTree }[]) =>
  spans.map(({ from, to, tree }) => [
    from - today,
    to - today,
    tree.parent('squad')?.name,
  ]);

describe('TreeHistory', () => {
  it('joins days on which nothing moved', async () => {
    const { history } = createHistory(-Infinity, today - 3);
    expect(parents(await history.spans(today - 10, today + 1))).toEqual([
      [-10, -4, 'a'],
      [-3, 1, 'b'],
    ]);
  });

  it('takes the tree of now for days that nobody wrote down', async () => {
    const { history, current } = createHistory(today - 5, today - 3);
    const spans = await history.spans(today - 30, today);
    expect(parents(spans)).toEqual([
      [-30, -6, 'b'],
      [-5, -4, 'a'],
      [-3, 0, 'b'],
    ]);
    expect(spans[0].tree).toBe(current);
  });

  it('asks for a past day once, and for none before the first', async () => {
    const { history, past } = createHistory(today - 5, today - 3);
    await history.spans(today - 800, today);
    const asked = past().length;
    expect(asked).toBeLessThan(20);
    await history.spans(today - 800, today);
    expect(past()).toHaveLength(asked);
  });

  it('fails when the tree cannot be asked', async () => {
    const directory = {
      tree: async ({ asOf }: { asOf?: string } = {}) => {
        if (asOf) throw new Error('no answer');
        return treeOf('a');
      },
    };
    const history = new TreeHistory({ directory, now: () => now });
    await expect(history.spans(today - 2, today)).rejects.toThrow('no answer');
  });
});

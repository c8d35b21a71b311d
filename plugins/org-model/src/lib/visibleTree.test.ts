import { createGroupTree } from '@squadron/plugin-org-model-react';
import { company, ref } from '../__testUtils__/groupTree';
import { depthOf, scopeRoots, visibleNodes } from './visibleTree';

const tree = createGroupTree(company);
const names = (refs: string[]) =>
  scopeRoots(tree, refs.map(ref)).map(node => node.name);

describe('scope', () => {
  it('is the whole organization when it names no group', () => {
    expect(names([])).toEqual(['company']);
  });

  it('shows a group inside another one once', () => {
    expect(names(['squad-b-1', 'division-1b', 'division-1a'])).toEqual([
      'division-1b',
      'division-1a',
    ]);
  });

  it('leaves out groups that do not exist', () => {
    expect(names(['squad-z-9'])).toEqual([]);
  });

  it('knows how deep it goes', () => {
    expect(depthOf(tree, tree.roots)).toBe(3);
    expect(depthOf(tree, [tree.byRef.get(ref('hub'))!])).toBe(0);
  });
});

describe('visible groups', () => {
  it('are those below open groups, with their place among siblings', () => {
    const nodes = visibleNodes(
      tree,
      tree.roots,
      at => at === ref('company') || at === ref('squad-b-1'),
    );
    expect(
      nodes.map(({ node, depth, open, expandable, position, siblings }) => [
        node.name,
        depth,
        open,
        expandable,
        `${position}/${siblings}`,
      ]),
    ).toEqual([
      ['company', 0, true, true, '1/1'],
      ['division-1a', 1, false, true, '1/3'],
      ['division-1b', 1, false, true, '2/3'],
      ['hub', 1, false, false, '3/3'],
    ]);
  });
});

import { smallTree, treeNode } from '../__testUtils__/treeNodes';
import {
  ancestorsOf,
  createGroupTree,
  descendantsOf,
  isInside,
} from './groupTree';

const ref = (name: string) => `group:default/${name}`;
const names = (nodes: Array<{ name: string }>) => nodes.map(node => node.name);

describe('group tree', () => {
  const tree = createGroupTree(smallTree);

  it('walks down in order and up to the top', () => {
    expect(names(tree.roots)).toEqual(['company']);
    expect(names(descendantsOf(tree, ref('company')))).toEqual(
      names(smallTree),
    );
    expect(names(ancestorsOf(tree, ref('squad-b-1')))).toEqual([
      'company',
      'division-1b',
    ]);
  });

  it('knows what is inside what', () => {
    expect(isInside(tree, ref('squad-a-1'), [ref('division-1a')])).toBe(true);
    expect(isInside(tree, ref('squad-a-1'), [ref('squad-a-1')])).toBe(true);
    expect(isInside(tree, ref('squad-a-1'), [ref('division-1b')])).toBe(false);
    expect(isInside(tree, ref('unknown'), [ref('company')])).toBe(false);
  });

  it('puts the executive team first and planned groups and councils last', () => {
    const mixed = createGroupTree([
      treeNode('company'),
      treeNode('council', 'company', { type: 'council' }),
      treeNode('hub', 'company', { lifecycle: 'planned' }),
      treeNode('division-1a', 'company'),
      treeNode('executives', 'company', { type: 'executive-team' }),
      treeNode('division-1b', 'company'),
    ]);
    expect(names(mixed.nodes)).toEqual([
      'company',
      'executives',
      'division-1a',
      'division-1b',
      'hub',
      'council',
    ]);
  });

  it('puts the kind of group first that has most below it', () => {
    const below = (descendants: number) => ({
      rollUp: { ...treeNode('any').rollUp, descendants },
    });
    const kinds = createGroupTree([
      treeNode('company'),
      treeNode('department-a', 'company', { type: 'department' }),
      treeNode('platform', 'company', { type: 'group', ...below(150) }),
      treeNode('department-b', 'company', { type: 'department', ...below(4) }),
    ]);
    expect(names(kinds.nodes)).toEqual([
      'company',
      'platform',
      'department-a',
      'department-b',
    ]);
  });

  it('takes a group whose parent is not in the answer as a top', () => {
    const part = createGroupTree(smallTree.slice(3));
    expect(names(part.roots)).toEqual(['division-1b']);
  });

  it('has nothing below a group that it does not know', () => {
    expect(descendantsOf(tree, ref('unknown'))).toEqual([]);
    expect(ancestorsOf(tree, ref('unknown'))).toEqual([]);
  });
});

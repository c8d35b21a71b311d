import { createGroupTree } from '@squadron/plugin-org-model-react';
import { company, ref } from '../__testUtils__/groupTree';
import { moveInChart, moveInList, typeahead } from './treeKeys';
import { visibleNodes } from './visibleTree';

const tree = createGroupTree(company);
const closed = new Set([ref('squad-b-1')]);
const nodes = visibleNodes(tree, tree.roots, at => !closed.has(at));

const list = (from: string, key: string) => moveInList(nodes, ref(from), key);
const chart = (from: string, key: string) => moveInChart(nodes, ref(from), key);

describe('keys in the list', () => {
  it('go up and down, to the first and the last', () => {
    expect(list('division-1a', 'ArrowDown')).toEqual({
      focus: ref('squad-a-1'),
    });
    expect(list('squad-a-1', 'ArrowUp')).toEqual({ focus: ref('division-1a') });
    expect(list('company', 'ArrowUp')).toBeUndefined();
    expect(list('squad-a-1', 'Home')).toEqual({ focus: ref('company') });
    expect(list('company', 'End')).toEqual({ focus: ref('hub') });
  });

  it('open to the right, then go in', () => {
    expect(list('squad-b-1', 'ArrowRight')).toEqual({ open: ref('squad-b-1') });
    expect(list('division-1b', 'ArrowRight')).toEqual({
      focus: ref('squad-b-1'),
    });
    expect(list('squad-a-1', 'ArrowRight')).toBeUndefined();
  });

  it('close to the left, then go out', () => {
    expect(list('division-1b', 'ArrowLeft')).toEqual({
      close: ref('division-1b'),
    });
    expect(list('squad-b-1', 'ArrowLeft')).toEqual({
      focus: ref('division-1b'),
    });
  });

  it('leave other keys alone', () => {
    expect(list('company', 'Tab')).toBeUndefined();
    expect(moveInList([], undefined, 'ArrowDown')).toBeUndefined();
  });
});

describe('keys in the chart', () => {
  it('stay in the column when they go up and down', () => {
    expect(chart('squad-a-1', 'ArrowDown')).toEqual({
      focus: ref('squad-b-1'),
    });
    expect(chart('division-1b', 'ArrowUp')).toEqual({
      focus: ref('division-1a'),
    });
    expect(chart('squad-b-1', 'ArrowDown')).toBeUndefined();
  });

  it('go in and out like the list', () => {
    expect(chart('company', 'ArrowRight')).toEqual({
      focus: ref('division-1a'),
    });
  });
});

describe('typeahead', () => {
  it('goes to the code or to the title behind it', () => {
    expect(typeahead(nodes, ref('company'), 'a-1')).toBe(ref('squad-a-1'));
    expect(typeahead(nodes, ref('company'), 'net')).toBe(ref('squad-a-1'));
    expect(typeahead(nodes, ref('company'), 'zzz')).toBeUndefined();
  });

  it('goes on with the same letter, and around the end', () => {
    expect(typeahead(nodes, ref('company'), 'c')).toBe(ref('division-1b'));
    expect(typeahead(nodes, ref('division-1b'), 'cc')).toBe(ref('squad-b-1'));
    expect(typeahead(nodes, ref('squad-b-1'), 'c')).toBe(ref('company'));
  });
});

import { createGroupTree } from '@squadron/plugin-org-model-react';
import fc from 'fast-check';
import { company, group, ref } from '../__testUtils__/groupTree';
import { chartSize, layoutChart, placeLinks } from './chartLayout';
import { inArea } from './inArea';
import { visibleNodes } from './visibleTree';

const tree = createGroupTree(company);
const parentOf = (at: string) => {
  const parent = tree.byRef.get(at)?.parent;
  return parent ? tree.byRef.get(parent) : undefined;
};

function layoutOf(isOpen: (at: string) => boolean = () => true) {
  return layoutChart(visibleNodes(tree, tree.roots, isOpen));
}

function card(name: string, layout = layoutOf()) {
  return layout.cards.find(({ node }) => node.name === name)!;
}

/** Trees of any shape: each group hangs below one before it. */
const trees = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('squad', 'division', 'unit')), {
    minLength: 1,
    maxLength: 60,
  })
  .map(parts =>
    createGroupTree(
      parts.map(([above, type], at) =>
        group(`g${at}`, at === 0 ? undefined : `g${above % at}`, { type }),
      ),
    ),
  );

describe('chart layout', () => {
  it('puts each level in its column, a first child beside its parent', () => {
    expect(card('company').x).toBe(chartSize.margin);
    expect(card('division-1a').x).toBe(chartSize.margin + chartSize.column);
    expect(card('division-1a').y).toBe(card('company').y);
    expect(card('squad-a-1').y).toBe(card('division-1a').y);
    expect(card('division-1b').y).toBeGreaterThan(card('squad-a-1').y);
  });

  it('shows units as rows inside the open card of their group', () => {
    const squad = card('squad-b-1');
    expect(squad.rows.map(({ node }) => node.code)).toEqual(['U-C1', 'U-C2']);
    expect(squad.height).toBe(chartSize.card.height + 2 * chartSize.row);
    expect(card('unit-b-1-u-c1')).toBeUndefined();
    const closed = layoutOf(at => at !== ref('squad-b-1'));
    expect(card('squad-b-1', closed).height).toBe(chartSize.card.height);
  });

  it('draws a band around an open division and what is below it', () => {
    const { bands } = layoutOf();
    expect(bands.map(band => band.ref)).toEqual([
      ref('division-1a'),
      ref('division-1b'),
    ]);
    expect(inArea(bands[0], card('squad-a-1'))).toBe(true);
    expect(inArea(bands[0], card('division-1b'))).toBe(false);
    expect(layoutOf(at => at === ref('company')).bands).toEqual([]);
  });

  it('joins a card to the cards below it', () => {
    const { connectors } = layoutOf();
    expect(connectors.map(line => line.ref)).toEqual([
      ref('company'),
      ref('division-1a'),
      ref('division-1b'),
    ]);
  });

  it('makes room for chips', () => {
    const nodes = visibleNodes(tree, tree.roots, () => true);
    const [plain, chips] = [
      layoutChart(nodes),
      layoutChart(nodes, { chips: true }),
    ];
    expect(chips.cards[0].height - plain.cards[0].height).toBe(chartSize.chips);
  });

  it('never lets two cards meet, whatever the tree', () => {
    fc.assert(
      fc.property(trees, any => {
        const nodes = visibleNodes(any, any.roots, () => true);
        const { cards, width, height } = layoutChart(nodes);
        const rows = cards.flatMap(each => each.rows);
        expect(cards.length + rows.length).toBe(nodes.length);
        cards.forEach((each, at) => {
          expect(each.x + each.width).toBeLessThanOrEqual(width);
          expect(each.y + each.height).toBeLessThanOrEqual(height);
          expect(cards.slice(at + 1).some(other => inArea(each, other))).toBe(
            false,
          );
        });
      }),
    );
  });
});

describe('links in the chart', () => {
  const link = (from: string, to: string) => ({ from: ref(from), to: ref(to) });
  const keys = (layout: ReturnType<typeof layoutOf>, ...links: object[]) =>
    placeLinks(layout.cards, parentOf, links as []).map(({ key }) => key);

  it('join the cards in sight; a closed group stands for what is in it', () => {
    expect(keys(layoutOf(), link('squad-a-1', 'unit-b-1-u-c1'))).toEqual([
      `${ref('squad-a-1')} ${ref('squad-b-1')}`,
    ]);
    expect(
      keys(
        layoutOf(at => at === ref('company')),
        link('squad-a-1', 'squad-b-1'),
      ),
    ).toEqual([`${ref('division-1a')} ${ref('division-1b')}`]);
  });

  it('are drawn once, and not within one card or out of sight', () => {
    const layout = layoutOf(at => at === ref('company'));
    expect(
      keys(
        layout,
        link('squad-a-1', 'squad-b-1'),
        link('squad-a-1', 'unit-b-1-u-c2'),
        link('squad-a-1', 'division-1a'),
        link('elsewhere', 'squad-a-1'),
      ),
    ).toHaveLength(1);
  });
});

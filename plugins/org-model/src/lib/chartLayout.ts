import { TreeNode } from '@squadron/plugin-org-model-common';
import { VisibleNode } from './visibleTree';

/** Measures of the chart in pixels at 100 %. */
export const chartSize = {
  card: { width: 256, height: 54 },
  /** What chips add to the height of a card. */
  chips: 24,
  /** A unit inside its group's card. */
  row: 28,
  column: 312,
  gap: 12,
  /** Around the chart, and around what a band holds. */
  margin: 24,
  band: 8,
} as const;

export interface ChartCard extends VisibleNode {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Units, shown as rows inside the card. */
  rows: VisibleNode[];
}

/** The strip behind a division and everything below it. */
export interface ChartBand {
  ref: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The line from a card to the cards below it. */
export interface ChartConnector {
  ref: string;
  path: string;
  y: number;
  height: number;
}

export interface ChartLayout {
  width: number;
  height: number;
  cards: ChartCard[];
  bands: ChartBand[];
  connectors: ChartConnector[];
}

const banded = new Set(['division', 'department']);

/** A unit is a row of its group's card unless something hangs below it. */
function isRow(item: VisibleNode): boolean {
  return (
    item.node.type === 'unit' && !item.expandable && item.parent !== undefined
  );
}

function placeCards(nodes: VisibleNode[], height: number): ChartCard[] {
  const { card, row, column, gap, margin, band } = chartSize;
  const cards: ChartCard[] = [];
  let bottom = margin - gap;
  for (const item of nodes) {
    if (isRow(item)) {
      const parent = cards.findLast(({ node }) => node.ref === item.parent)!;
      parent.rows.push(item);
      parent.height += row;
      bottom = Math.max(bottom, parent.y + parent.height);
      continue;
    }
    const last = cards[cards.length - 1];
    const space = gap + (banded.has(item.node.type) ? band : 0);
    const y = last?.node.ref === item.parent ? last?.y : undefined;
    const placed = {
      ...item,
      x: margin + item.depth * column,
      y: y ?? bottom + space,
      width: card.width,
      height,
      rows: [],
    };
    cards.push(placed);
    bottom = Math.max(bottom, placed.y + height);
  }
  return cards;
}

function children(cards: ChartCard[]): Map<string, ChartCard[]> {
  const below = new Map<string, ChartCard[]>();
  for (const card of cards) {
    if (!card.parent) continue;
    const siblings = below.get(card.parent);
    if (siblings) siblings.push(card);
    else below.set(card.parent, [card]);
  }
  return below;
}

function connector(card: ChartCard, below: ChartCard[]): ChartConnector {
  const middle = chartSize.card.height / 2;
  const start = card.x + card.width;
  const spine = below[0].x - (chartSize.column - card.width) / 2;
  const from = card.y + middle;
  const to = below[below.length - 1].y + middle;
  const arms = below.map(child => `M${spine} ${child.y + middle}H${child.x}`);
  return {
    ref: card.node.ref,
    path: `M${start} ${from}H${spine}V${to}${arms.join('')}`,
    y: from,
    height: to - from,
  };
}

function bandOf(cards: ChartCard[], index: number): ChartBand {
  const top = cards[index];
  const { band } = chartSize;
  let [right, bottom] = [top.x + top.width, top.y + top.height];
  for (let at = index + 1; at < cards.length; at++) {
    const card = cards[at];
    if (card.depth <= top.depth) break;
    right = Math.max(right, card.x + card.width);
    bottom = Math.max(bottom, card.y + card.height);
  }
  return {
    ref: top.node.ref,
    x: top.x - band,
    y: top.y - band,
    width: right - top.x + 2 * band,
    height: bottom - top.y + 2 * band,
  };
}

/**
 * Places the groups in sight from left to right, one column a level, each at
 * the height of its first child, so that the chart reads downwards in the order
 * of the documents.
 */
export function layoutChart(
  nodes: VisibleNode[],
  options: { chips?: boolean } = {},
): ChartLayout {
  const { card: size, chips } = chartSize;
  const cards = placeCards(nodes, size.height + (options.chips ? chips : 0));
  const below = children(cards);
  const { margin } = chartSize;
  const extent = (edge: (card: ChartCard) => number) =>
    margin + cards.reduce((most, card) => Math.max(most, edge(card)), 0);
  return {
    width: extent(card => card.x + card.width),
    height: extent(card => card.y + card.height),
    cards,
    bands: cards.flatMap((card, index) =>
      card.open && banded.has(card.node.type) && below.has(card.node.ref)
        ? bandOf(cards, index)
        : [],
    ),
    connectors: cards.flatMap(card => {
      const found = below.get(card.node.ref);
      return found ? connector(card, found) : [];
    }),
  };
}

/** A line between two cards, for groups that depend on each other or share people. */
export interface ChartLink {
  key: string;
  from: ChartCard;
  to: ChartCard;
  path: string;
}

/** A curve between two cards that leaves at the right and bows around what is between. */
function linkPath(from: ChartCard, to: ChartCard): string {
  const middle = chartSize.card.height / 2;
  const [x1, y1] = [from.x + from.width, from.y + middle];
  const [x2, y2] = [to.x + to.width, to.y + middle];
  const bow = Math.max(x1, x2) + 24 + Math.min(Math.abs(y2 - y1) / 8, 120);
  return `M${x1} ${y1}C${bow} ${y1} ${bow} ${y2} ${x2} ${y2}`;
}

/** Lines between the cards in sight; a group inside a closed one stands for it. */
export function placeLinks(
  cards: ChartCard[],
  parentOf: (ref: string) => TreeNode | undefined,
  links: Array<{ from: string; to: string }>,
): ChartLink[] {
  const byRef = new Map(cards.map(card => [card.node.ref, card]));
  const cardOf = (ref: string): ChartCard | undefined => {
    const above = byRef.has(ref) ? undefined : parentOf(ref);
    return byRef.get(ref) ?? (above && cardOf(above.ref));
  };
  const found = new Map<string, ChartLink>();
  for (const link of links) {
    const [from, to] = [cardOf(link.from), cardOf(link.to)];
    if (!from || !to || from === to) continue;
    const key = `${from.node.ref} ${to.node.ref}`;
    if (!found.has(key)) {
      found.set(key, { key, from, to, path: linkPath(from, to) });
    }
  }
  return [...found.values()];
}

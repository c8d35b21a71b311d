import { VisibleNode } from './visibleTree';

/** What a key asks for: the focus on a group, or a group opened or closed. */
export type TreeMove =
  { focus: string } | { open: string } | { close: string } | undefined;

function inward(nodes: VisibleNode[], at: number): TreeMove {
  const { node, open, expandable } = nodes[at];
  if (!expandable) return undefined;
  return open ? { focus: nodes[at + 1].node.ref } : { open: node.ref };
}

function outward({ node, open, parent }: VisibleNode): TreeMove {
  if (open) return { close: node.ref };
  return parent ? { focus: parent } : undefined;
}

function focusOn(found: VisibleNode | undefined): TreeMove {
  return found && { focus: found.node.ref };
}

/** Where a key leads in a list of the tree, by the keys that trees have everywhere. */
export function moveInList(
  nodes: VisibleNode[],
  current: string | undefined,
  key: string,
): TreeMove {
  const at = Math.max(
    0,
    nodes.findIndex(({ node }) => node.ref === current),
  );
  if (!nodes[at]) return undefined;
  switch (key) {
    case 'ArrowDown':
      return focusOn(nodes[at + 1]);
    case 'ArrowUp':
      return focusOn(nodes[at - 1]);
    case 'ArrowRight':
      return inward(nodes, at);
    case 'ArrowLeft':
      return outward(nodes[at]);
    case 'Home':
      return focusOn(nodes[0]);
    case 'End':
      return focusOn(nodes[nodes.length - 1]);
    default:
      return undefined;
  }
}

/** In the chart, up and down stay in the column of the same level. */
export function moveInChart(
  nodes: VisibleNode[],
  current: string | undefined,
  key: string,
): TreeMove {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') {
    return moveInList(nodes, current, key);
  }
  const at = nodes.findIndex(({ node }) => node.ref === current);
  if (at < 0) return focusOn(nodes[0]);
  const { depth } = nodes[at];
  return focusOn(
    key === 'ArrowDown'
      ? nodes.slice(at + 1).find(node => node.depth === depth)
      : nodes
          .slice(0, at)
          .reverse()
          .find(node => node.depth === depth),
  );
}

/** The next group whose code or title starts with the typed letters; one letter again and again goes through them. */
export function typeahead(
  nodes: VisibleNode[],
  current: string | undefined,
  typed: string,
): string | undefined {
  const same = [...typed].every(letter => letter === typed[0]);
  const wanted = (same ? typed[0] : typed).toLowerCase();
  const at = nodes.findIndex(({ node }) => node.ref === current);
  const start = same ? at + 1 : Math.max(at, 0);
  const around = [...nodes.slice(start), ...nodes.slice(0, start)];
  return around.find(({ node }) => {
    const title = node.title.toLowerCase();
    const bare = node.code
      ? title.replace(node.code.toLowerCase(), '').trim()
      : title;
    return title.startsWith(wanted) || bare.startsWith(wanted);
  })?.node.ref;
}

import { Link, TreeNode } from '@squadron/plugin-org-model-common';
import { aNode, ref } from '../src/__testUtils__/groupTree';

type Draft = Parameters<typeof aNode>[0];

function nodeOf(draft: Draft, parent?: Draft): TreeNode {
  return aNode({
    parent: parent && ref(parent.name),
    lead: `user:default/lead-${draft.name}`,
    leadTitle: `Lead, ${draft.title}`,
    rollUp: {
      descendants: 0,
      people: { direct: 2, total: 2 },
      systems: { direct: 1, total: 1 },
    },
    ...draft,
  });
}

function addUp(nodes: TreeNode[]): TreeNode[] {
  const byRef = new Map(nodes.map(node => [node.ref, node]));
  for (const node of [...nodes].reverse()) {
    const above = node.parent ? byRef.get(node.parent) : undefined;
    if (!above) continue;
    above.children += 1;
    above.rollUp.descendants += 1 + node.rollUp.descendants;
    above.rollUp.people.total += node.rollUp.people.total;
    above.rollUp.systems.total += node.rollUp.systems.total;
  }
  for (const node of nodes) {
    const above = node.parent ? byRef.get(node.parent) : undefined;
    node.depth = above ? above.depth + 1 : 0;
  }
  return nodes;
}

const domains = [
  'Network Edge',
  'Core Cloud',
  'Data Platform',
  'Delivery',
  'Observability & Reliability Engineering',
];

/**
 * An organization of nine divisions with so many squads each, four units a
 * squad, two departments, a pod and a planned hub, for trying out the pages
 * without a backend.
 */
export function generateTree(squadsPerDivision: number): TreeNode[] {
  const company: Draft = {
    name: 'company',
    type: 'organization',
    title: 'Company',
  };
  const platform: Draft = {
    name: 'infrastructure-platform',
    type: 'group',
    title: 'Infrastructure & Platform',
  };
  const nodes = [
    nodeOf(company),
    nodeOf(
      {
        name: 'executive-team',
        type: 'executive-team',
        title: 'Executive Team',
      },
      company,
    ),
    nodeOf(platform, company),
  ];
  for (let at = 0; at < 9; at++) {
    const letter = String.fromCharCode(65 + at);
    const division: Draft = {
      name: `division-1${letter.toLowerCase()}`,
      type: 'division',
      code: `1${letter}`,
      title: `1${letter} ${domains[at % domains.length]}`,
    };
    nodes.push(nodeOf(division, platform));
    for (let number = 1; number <= squadsPerDivision; number++) {
      const code = `${letter}-${number}`;
      const squad: Draft = {
        name: `squad-${code.toLowerCase()}`,
        type: 'squad',
        code,
        title: `${code} ${domains[(at + number) % domains.length]}`,
        lifecycle: number === 5 ? 'planned' : 'active',
        ...(number === 3 && { lead: undefined, leadTitle: undefined }),
      };
      nodes.push(nodeOf(squad, division));
      for (let unit = 1; unit <= 4; unit++) {
        const name = `unit-${code.toLowerCase()}-u-${letter.toLowerCase()}${unit}`;
        nodes.push(
          nodeOf(
            {
              name,
              type: 'unit',
              code: `U-${letter}${unit}`,
              title: `U-${letter}${unit} Service ${unit}`,
              lead: undefined,
              leadTitle: undefined,
            },
            squad,
          ),
        );
      }
    }
  }
  const others: Draft[] = [
    {
      name: 'department-engineering',
      type: 'department',
      title: 'Engineering',
    },
    { name: 'pod-identity', type: 'pod', title: 'Identity Controls' },
    {
      name: 'hub-apac',
      type: 'group',
      title: 'Regional Hub APAC',
      lifecycle: 'planned',
    },
  ];
  return addUp([...nodes, ...others.map(draft => nodeOf(draft, company))]);
}

/** A few dependencies and shared people between the squads of a tree. */
export function generateLinks(nodes: TreeNode[]): Link[] {
  const squads = nodes.filter(({ type }) => type === 'squad');
  return squads.flatMap((squad, at): Link[] => {
    const to = squads[(at * 7 + 3) % squads.length].ref;
    if (at % 4 === 0) {
      return [{ from: squad.ref, to, kind: 'dependency', text: 'clusters' }];
    }
    return at % 6 === 1
      ? [
          {
            from: 'group:default/pod-identity',
            to: squad.ref,
            kind: 'dotted',
            text: '1 person',
          },
        ]
      : [];
  });
}

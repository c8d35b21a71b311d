/** A squad as the tree has it. */
export function group(name: string, title: string) {
  return {
    ref: `group:default/${name}`,
    name,
    type: 'squad',
    title,
    lifecycle: 'active',
    roles: [],
    onCall: false,
    depth: 0,
    children: 0,
    leads: false,
    rollUp: {
      descendants: 0,
      people: { direct: 0, total: 0 },
      systems: { direct: 0, total: 0 },
    },
  };
}

const network = group('squad-a-1', 'A-1 Network');
const compute = group('squad-b-1', 'B-1 Compute');
/** Two groups, of which the reader is in the second. */
export const organization = {
  'GET org-model/tree': {
    at: '2026-11-28T00:00:00Z',
    nodes: [network, compute],
  },
  'GET org-model/people/me': { groups: [compute], roles: [], attention: [] },
};

/** A group is what people mean by its name; its system, its documents and its component follow. */
const order = [
  'group',
  'user',
  'domain',
  'system',
  'techdocs',
  'component',
  'api',
];

interface Hit {
  type?: string;
  document: { title: string; kind?: string };
}

function rank({ type, document }: Hit): number {
  // The kind of a document is the one of the entity that it is about.
  const sort = type === 'techdocs' ? type : document.kind?.toLowerCase();
  const index = order.indexOf(sort ?? '');
  return index < 0 ? order.length : index;
}

/** Brings hits of one title together, where the first of them stands, groups first. */
export function orderEqualHits<T extends Hit>(hits: T[]): T[] {
  const byTitle = new Map<string, T[]>();
  hits.forEach(hit => {
    const equal = byTitle.get(hit.document.title) ?? [];
    byTitle.set(hit.document.title, [...equal, hit]);
  });
  return [...byTitle.values()].flatMap(equal =>
    equal.sort((a, b) => rank(a) - rank(b)),
  );
}

/** A group is what people mean by its name; its system and component follow. */
const order = ['group', 'user', 'domain', 'system', 'component', 'api'];

interface Hit {
  document: { title: string; kind?: string };
}

function rank({ document }: Hit): number {
  const index = order.indexOf(document.kind?.toLowerCase() ?? '');
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

import type { Directory } from './Directory';

/** A group, person or component with the name that people know. */
export interface Named {
  ref: string;
  title: string;
}

/** Finds the titles of all refs at once; what is gone is called by its ref. */
export async function namesOf(
  directory: Pick<Directory, 'tree' | 'resolve'>,
  refs: Iterable<string>,
): Promise<(ref: string) => Named> {
  const all = [...new Set(refs)];
  const entries = await directory.resolve(
    all.filter(ref => !ref.startsWith('user:')),
  );
  const tree = await directory.tree();
  return ref => ({
    ref,
    title: tree.person(ref)?.title ?? entries.get(ref)?.title ?? ref,
  });
}

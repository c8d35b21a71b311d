import type { CommitInfo } from './commits';

/** What is known of a person; `entity` is a User of the catalog. */
export interface KnownPerson {
  ref?: string;
  entity?: {
    metadata: { name: string; title?: string };
    spec?: { profile?: { displayName?: string; email?: string } };
  };
}

/** Whose commit it is: a person, or the portal when nobody is known. */
export function authorOf(user: KnownPerson | undefined): CommitInfo['author'] {
  const { metadata, spec } = user?.entity ?? {};
  const name = metadata?.name ?? user?.ref?.split('/').pop() ?? 'squadron';
  return {
    name: spec?.profile?.displayName ?? metadata?.title ?? name,
    // Nobody is written to at the address of a domain that never is one.
    email: spec?.profile?.email ?? `${name}@portal.invalid`,
  };
}

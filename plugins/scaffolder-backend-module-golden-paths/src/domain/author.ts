import type { UserEntity } from '@backstage/catalog-model';

/** Whose commit it is: the person who started the task, or the portal. */
export function authorOf(
  user: { entity?: UserEntity; ref?: string } | undefined,
): { name: string; email: string } {
  const { metadata, spec } = user?.entity ?? {};
  const name = metadata?.name ?? user?.ref?.split('/').pop() ?? 'squadron';
  return {
    name: spec?.profile?.displayName ?? metadata?.title ?? name,
    // Nobody is written to at the address of a domain that never is one.
    email: spec?.profile?.email ?? `${name}@portal.invalid`,
  };
}

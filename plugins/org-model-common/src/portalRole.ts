import type { PortalRole } from './charter';

const newHireDays = 90;
const dayMs = 86_400_000;

/**
 * Whether somebody who joined on that day is still new.
 *
 * @param joinedAt - a day such as `2026-11-02`; nobody is new of whom it is not known
 */
export function isNewHire(joinedAt: string | undefined, now: Date): boolean {
  const days = (now.getTime() - Date.parse(joinedAt ?? '')) / dayMs;
  return days >= 0 && days <= newHireDays;
}

/**
 * What the members of a group are in the portal: a group that does not say it takes it from the
 * nearest group above that does.
 *
 * @param line - the group and the groups above it, nearest first
 */
export function inheritedRoles(
  line: readonly { roles: readonly PortalRole[] }[],
): readonly PortalRole[] {
  return line.find(({ roles }) => roles.length > 0)?.roles ?? [];
}

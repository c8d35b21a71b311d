import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { groupPath } from './paths';

export interface EntityLinkProps {
  /** Full entity ref. */
  entityRef: string;
  /** The title. */
  children: ReactNode;
}

/** Leads to a group's page in the catalog. */
export function GroupLink({ entityRef, children }: EntityLinkProps) {
  return <Link href={groupPath(entityRef)}>{children}</Link>;
}

/** Leads to a person's page in the catalog. */
export function PersonLink({ entityRef, children }: EntityLinkProps) {
  return <Link href={groupPath(entityRef)}>{children}</Link>;
}

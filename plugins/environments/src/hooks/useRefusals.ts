import { usePermission } from '@backstage/plugin-permission-react';
import {
  type Environment,
  environmentsDeletePermission,
  environmentsExtendPermission,
  environmentsUsePermission,
} from '@squadron/plugin-environments-common';

/** Why the reader may not do something with an environment; nothing where they may. */
export interface Refusals {
  extend?: string;
  use?: string;
  delete?: string;
}

/** What the reader may do with an environment of a group. */
export function useRefusals({
  owner,
  ownerTitle,
}: Pick<Environment, 'owner' | 'ownerTitle'>): Refusals {
  const about = { resourceRef: owner };
  const extend = usePermission({
    permission: environmentsExtendPermission,
    ...about,
  });
  const use = usePermission({
    permission: environmentsUsePermission,
    ...about,
  });
  const take = usePermission({
    permission: environmentsDeletePermission,
    ...about,
  });
  const why = ({ allowed, loading }: typeof use) => {
    if (allowed) return undefined;
    return loading
      ? 'It is being checked whether you may'
      : `Only ${ownerTitle} and who leads it may`;
  };
  return { extend: why(extend), use: why(use), delete: why(take) };
}

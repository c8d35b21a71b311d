import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { environmentsApiRef } from '../../api/environmentsApi';
import type { GoldenPath } from '../../lib/goldenPaths';
import { type Origin, newerVersion } from '../../lib/project';
import type { Need } from './useMayChange';

/** Why something would come to nothing now, in a sentence; nothing where it would not, or nobody can tell. */
export type Hindrances = Partial<Record<Need, string>>;

const noCluster =
  'Environments need a cluster: whoever runs the portal can add one.';
const noEnvironment = 'It has no environment to extend or delete.';
const isNewest = 'There is nothing to upgrade: it has the newest version.';
const isGone =
  'There is no upgrade: its golden path is no longer in the catalog.';

function whyNoUpgrade(origin: Origin, paths: GoldenPath[]): string | undefined {
  if (!paths.some(({ ref }) => ref === origin.template)) return isGone;
  const mayBeOutdated = !origin.version || newerVersion(origin, paths);
  return mayBeOutdated ? undefined : isNewest;
}

/** What would come to nothing for a component, whoever asks for it. */
export function useHindrances(
  component: string,
  origin: Origin,
  paths: GoldenPath[],
): Hindrances {
  const api = useApi(environmentsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.environments({ query: { component } }, { signal }),
    [api, component],
  );
  const { value } = useLoad(load);
  const update = whyNoUpgrade(origin, paths);
  if (value?.clusters.length === 0) {
    return {
      update,
      createEnvironment: noCluster,
      extendEnvironment: noCluster,
      deleteEnvironment: noCluster,
    };
  }
  // A cluster that does not answer may have one.
  const hasNone =
    value?.items.length === 0 && !value.clusters.some(each => each.problem);
  const lacking = hasNone ? noEnvironment : undefined;
  return { update, extendEnvironment: lacking, deleteEnvironment: lacking };
}

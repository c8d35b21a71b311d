import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { GitHost } from '../hosts/GitHost';
import { readGitHost } from '../hosts/readGitHost';

/** The host that a portal publishes to with this configuration. */
export function hostOf(
  kind: 'github' | 'gitlab',
  {
    integration,
    owner,
  }: { integration: JsonObject & { host: string }; owner: string },
): GitHost {
  const data = {
    integrations: { [kind]: [integration] },
    squadron: {
      git: { publishTo: { host: integration.host, owner } },
    },
  };
  const host = readGitHost(mockServices.rootConfig({ data }));
  if (!host) throw new Error('There is none');
  return host;
}

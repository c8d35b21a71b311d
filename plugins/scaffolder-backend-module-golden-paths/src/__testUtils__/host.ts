import { mockServices } from '@backstage/backend-test-utils';
import * as github from '@backstage/plugin-scaffolder-backend-module-github';
import * as gitlab from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { type GitHost, readGitHost } from '@squadron/plugin-git-node';
import { startGitHost } from '@squadron/test-git-host';
import { HostPublisher } from '../services/HostPublisher';

/** What configures a host. */
export interface HostConfig {
  integrations: Record<string, object[]>;
  squadron: { git: { publishTo: object } };
}

/** A GitHub or GitLab that runs, and the portal's knowledge of it. */
export async function startHost(kind: 'github' | 'gitlab') {
  const server = await startGitHost({ kind });
  const { integration, owner } = server;
  const data: HostConfig = {
    integrations: { [kind]: [{ ...integration }] },
    squadron: { git: { publishTo: { host: integration.host, owner } } },
  };
  const config = mockServices.rootConfig({ data: { ...data } });
  const open = () => {
    const host = readGitHost(config);
    if (!host) throw new Error('No host is configured');
    return host;
  };
  const modules = { github: async () => github, gitlab: async () => gitlab };
  const publisherOn = (host: GitHost) =>
    new HostPublisher({ host, config, modules });
  return { server, data, config, open, publisherOn };
}

import type { AuditorService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import * as github from '@backstage/plugin-scaffolder-backend-module-github';
import * as gitlab from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { type GitHost, readGitHost } from '@squadron/plugin-git-node';
import { startGitHost } from '@squadron/test-git-host';
import { publishRepository } from '../actions/publishRepository';
import { HostPublisher } from '../services/HostPublisher';
import { mockAuditor } from './mockAuditor';

/** What configures a host. */
export interface HostConfig {
  integrations: Record<string, object[]>;
  squadron: { git: { publishTo: object } };
}

/** A GitHub or GitLab that runs, and the portal's knowledge of it. */
export async function startHost(
  kind: 'github' | 'gitlab',
  options: { isPerson?: boolean; teams?: string[] } = {},
) {
  const server = await startGitHost({ kind, ...options });
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
  /** The step that publishes there, for everybody. */
  const publishOn = (
    host: GitHost,
    more: { auditor?: AuditorService; entities?: Entity[] } = {},
  ) =>
    publishRepository({
      auditor: more.auditor ?? mockAuditor().auditor,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: more.entities ?? [] }),
      projects: { require: async () => {} },
      publisher: new HostPublisher({ host, config, modules }),
    });
  return { server, data, config, open, publishOn };
}

import { createRequire } from 'node:module';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { GitHost, GitService } from '@squadron/plugin-git-node';
import { readUnkeptMinutes } from '../config';
import { HostPublisher } from './HostPublisher';
import { PortalPublisher } from './PortalPublisher';
import type { Publisher } from './Publisher';
import type { HostModules } from './hostActions';

const load = createRequire(__filename);

/**
 * They take 0.3 to 0.5 s and 16 MB, which no start waits for, least of all that of a portal without a host. Not by
 * `import()`, which Jest does not run without its flag for modules.
 */
const modules: HostModules = {
  github: async () =>
    load('@backstage/plugin-scaffolder-backend-module-github'),
  gitlab: async () =>
    load('@backstage/plugin-scaffolder-backend-module-gitlab'),
};

/** Where this installation publishes to: its host when it has one, else the portal; nothing when neither is configured. */
export function createPublisher({
  config,
  git,
  gitHost,
}: {
  config: RootConfigService;
  git: GitService | undefined;
  gitHost: GitHost | undefined;
}): Publisher | undefined {
  if (gitHost) return new HostPublisher({ host: gitHost, config, modules });
  if (!git) return undefined;
  const unkeptMinutes = readUnkeptMinutes(config);
  return new PortalPublisher({ git, unkeptMinutes, now: () => new Date() });
}

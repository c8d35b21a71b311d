import type { CallerCredentials } from '@squadron/backend-kit';
import type { EnvironmentAuthorizer } from '../services/EnvironmentAuthorizer';
import type {
  Actor,
  EnvironmentCommands,
} from '../services/EnvironmentCommands';
import type { EnvironmentQueries } from '../services/EnvironmentQueries';
import type { EnvironmentsHandlers } from './types';

export interface EnvironmentRouteOptions {
  queries: EnvironmentQueries;
  commands: EnvironmentCommands;
  groups: Pick<EnvironmentAuthorizer, 'require'>;
  now: () => Date;
}

function callerOf({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}

/** Routes about environments and the clusters that they are in. */
export function environmentRoutes(
  options: EnvironmentRouteOptions,
): Omit<EnvironmentsHandlers, 'measures' | 'measure'> {
  const { queries, commands, groups, now } = options;

  function actorOf(credentials: CallerCredentials): Actor {
    return {
      by: callerOf(credentials),
      require: (permission, group) =>
        groups.require(permission, credentials, group),
    };
  }

  return {
    async clusters() {
      return { items: await queries.clusters() };
    },
    async environments({ query }) {
      return { at: now().toISOString(), ...(await queries.list(query)) };
    },
    async environment({ params }) {
      return queries.get(params);
    },
    async createEnvironment({ body, credentials, audit }) {
      const { component, branch, owner, task } = body;
      audit({ component, branch, owner, task });
      const made = await commands.create(body, actorOf(credentials));
      audit({
        cluster: made.cluster,
        namespace: made.namespace,
        created: made.created,
      });
      return made;
    },
    async promoteEnvironment({ params, credentials, audit }) {
      const kept = await commands.promote(params, actorOf(credentials));
      audit({ expiresAt: kept.expiresAt });
      return kept;
    },
    async extendEnvironment({ params, body, credentials, audit }) {
      const actor = actorOf(credentials);
      const kept = await commands.extend(params, body.hours, actor);
      audit({ expiresAt: kept.expiresAt });
      return kept;
    },
    async deleteEnvironment({ params, credentials }) {
      await commands.delete(params, actorOf(credentials));
    },
    async createKubeconfig({ params, body, credentials, audit }) {
      const actor = actorOf(credentials);
      const opened = await commands.createKubeconfig(
        params,
        body.minutes,
        actor,
      );
      audit({ expiresAt: opened.expiresAt });
      return opened;
    },
  };
}

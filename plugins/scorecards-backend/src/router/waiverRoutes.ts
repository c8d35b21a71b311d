import type { PermissionsService } from '@backstage/backend-plugin-api';
import { CallerCredentials, requirePermission } from '@squadron/backend-kit';
import {
  scorecardsWaiverDecidePermission,
  scorecardsWaiverRequestPermission,
} from '@squadron/plugin-scorecards-common';
import type { ScorecardAuthorizer } from '../services/ScorecardAuthorizer';
import type { WaiverActor, WaiverCommands } from '../services/WaiverCommands';
import type { WaiverQueries } from '../services/WaiverQueries';
import { personOf, userOf } from './caller';
import type { ScorecardsHandlers } from './types';

export interface WaiverRouteOptions {
  waivers: { queries: WaiverQueries; commands: WaiverCommands };
  groups: Pick<ScorecardAuthorizer, 'require'>;
  permissions: PermissionsService;
}

/** Routes about what need not hold for a while. */
export function waiverRoutes(
  options: WaiverRouteOptions,
): Pick<
  ScorecardsHandlers,
  | 'waivers'
  | 'waiver'
  | 'requestWaiver'
  | 'approveWaiver'
  | 'denyWaiver'
  | 'revokeWaiver'
> {
  const { queries, commands } = options.waivers;

  function actorOf(credentials: CallerCredentials): WaiverActor {
    return {
      by: personOf(credentials),
      mayRequest: group =>
        options.groups.require(
          scorecardsWaiverRequestPermission,
          credentials,
          group,
        ),
      mayDecide: () =>
        requirePermission(
          options.permissions,
          scorecardsWaiverDecidePermission,
          credentials,
        ),
    };
  }

  return {
    async waivers({ query, credentials }) {
      return queries.list(
        { ...query, mine: query.mine === 'true' },
        userOf(credentials),
      );
    },
    async waiver({ params, credentials }) {
      return queries.get(params.id, userOf(credentials));
    },
    async requestWaiver({ body, credentials, audit }) {
      audit({ kpi: body.kpi, entity: body.entity, until: body.until });
      const waiver = await commands.request(body, actorOf(credentials));
      audit({ waiver: waiver.id, group: waiver.group.ref });
      return waiver;
    },
    async approveWaiver({ params, body, credentials, audit }) {
      const { by } = actorOf(credentials);
      const waiver = await commands.approve(params.id, body, by);
      audit({ kpi: waiver.kpi, entity: waiver.entity.ref });
      return waiver;
    },
    async denyWaiver({ params, body, credentials, audit }) {
      const { by } = actorOf(credentials);
      const waiver = await commands.deny(params.id, body, by);
      audit({ kpi: waiver.kpi, entity: waiver.entity.ref });
      return waiver;
    },
    async revokeWaiver({ params, body, credentials, audit }) {
      const actor = actorOf(credentials);
      const waiver = await commands.revoke(params.id, body, actor);
      audit({ kpi: waiver.kpi, entity: waiver.entity.ref });
      return waiver;
    },
  };
}

import type { CallerCredentials } from '@squadron/backend-kit';
import { scorecardsCampaignManagePermission } from '@squadron/plugin-scorecards-common';
import type {
  CampaignActor,
  CampaignCommands,
} from '../services/CampaignCommands';
import type { CampaignQueries } from '../services/CampaignQueries';
import type { ScorecardAuthorizer } from '../services/ScorecardAuthorizer';
import { personOf } from './caller';
import type { ScorecardsHandlers } from './types';

export interface CampaignRouteOptions {
  campaigns: { queries: CampaignQueries; commands: CampaignCommands };
  groups: Pick<ScorecardAuthorizer, 'require'>;
}

/** Routes about pushes to fix something by a date. */
export function campaignRoutes(
  options: CampaignRouteOptions,
): Pick<
  ScorecardsHandlers,
  | 'campaigns'
  | 'campaign'
  | 'startCampaign'
  | 'changeCampaign'
  | 'closeCampaign'
> {
  const { queries, commands } = options.campaigns;

  function actorOf(credentials: CallerCredentials): CampaignActor {
    return {
      by: personOf(credentials),
      mayManage: group =>
        options.groups.require(
          scorecardsCampaignManagePermission,
          credentials,
          group,
        ),
    };
  }

  return {
    async campaigns({ query }) {
      return { items: await queries.list(query) };
    },
    async campaign({ params }) {
      return queries.get(params.id);
    },
    async startCampaign({ body, credentials, audit }) {
      audit({ title: body.title, group: body.group, kpis: body.kpis });
      const campaign = await commands.start(body, actorOf(credentials));
      audit({ campaign: campaign.id, group: campaign.group });
      return queries.get(campaign.id);
    },
    async changeCampaign({ params, body, credentials, audit }) {
      audit({ title: body.title, group: body.group, kpis: body.kpis });
      await commands.change(params.id, body, actorOf(credentials));
      return queries.get(params.id);
    },
    async closeCampaign({ params, credentials }) {
      await commands.close(params.id, actorOf(credentials));
    },
  };
}

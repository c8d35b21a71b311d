import { NotFoundError } from '@backstage/errors';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type {
  Campaign,
  CampaignState,
} from '@squadron/plugin-scorecards-common';
import type {
  CampaignStanding,
  CampaignStore,
  StoredCampaign,
} from '../database/CampaignStore';
import {
  campaignState,
  healthOfAlike,
  metByDay,
  progressOf,
} from '../domain/campaigns';
import { dayOf, dayText } from '../domain/day';
import { toHealth } from '../domain/scoring';
import { SceneOptions, currentScene } from './Scene';
import { groupsBelow } from './groupsBelow';
import { namesOf } from './namesOf';

/** Reads campaigns with how far they are, however many with the same few statements. */
export class CampaignQueries {
  readonly #options: SceneOptions & { store: CampaignStore; now: () => Date };

  constructor(
    options: SceneOptions & { store: CampaignStore; now: () => Date },
  ) {
    this.#options = options;
  }

  async list(query: {
    root?: readonly string[];
    state?: readonly CampaignState[];
  }): Promise<Campaign[]> {
    const { tree } = await currentScene(this.#options);
    const groups = groupsBelow(tree, query.root);
    const all = await this.describe(await this.#options.store.list(groups));
    return all.filter(({ state }) => query.state?.includes(state) ?? true);
  }

  async get(id: string): Promise<Campaign> {
    const campaign = await this.#options.store.find(id);
    if (campaign) {
      const [described] = await this.describe([campaign]);
      return described;
    }
    throw new NotFoundError(
      `There is no campaign ${id}: the page of campaigns lists them all`,
    );
  }

  async describe(campaigns: readonly StoredCampaign[]): Promise<Campaign[]> {
    if (campaigns.length === 0) return [];
    const { store, directory, now } = this.#options;
    const { set, tree } = await currentScene(this.#options);
    const at = now().getTime();
    const standings = await store.standings(campaigns, at);
    const named = await namesOf(
      directory,
      campaigns.flatMap(({ group, owner }) => [group, owner]),
    );
    return campaigns.map(campaign => ({
      ...progressed(campaign, standings.get(campaign.id)!, tree, dayOf(at)),
      group: named(campaign.group),
      owner: named(campaign.owner),
      kpis: campaign.kpis.map(({ kpi }) => ({
        ref: kpi,
        title: set.byId.get(kpi)?.title ?? kpi,
      })),
    }));
  }
}

function progressed(
  campaign: StoredCampaign,
  standing: CampaignStanding,
  tree: OrgTree,
  today: number,
): Omit<Campaign, 'group' | 'owner' | 'kpis'> {
  const { fromDay, dueDay, closedAt, startedAt } = campaign;
  const isBegun = startedAt !== undefined;
  const present = standing.now.filter(({ group }) =>
    tree.isWithin(group, campaign.group),
  );
  const now = toHealth(healthOfAlike(present));
  const progress = isBegun ? progressOf(standing.fixed, standing.toFix) : 0;
  const last = Math.min(
    today,
    dueDay,
    closedAt === undefined ? today : dayOf(closedAt),
  );
  const days = isBegun ? metByDay(standing.steps, fromDay, last) : [];
  return {
    id: campaign.id,
    title: campaign.title,
    description: campaign.description,
    from: dayText(fromDay),
    due: dayText(dueDay),
    state: campaignState(campaign, progress, today),
    start: isBegun ? toHealth(healthOfAlike(standing.start)) : now,
    now,
    progress,
    trend: days.map(({ day, met }) => ({
      day: dayText(day),
      met,
      total: standing.total,
    })),
    version: campaign.version,
  };
}

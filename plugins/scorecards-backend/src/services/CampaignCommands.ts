import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { toUserRef } from '@squadron/plugin-org-model-common';
import type {
  CampaignKpi,
  CampaignStore,
  StoredCampaign,
} from '../database/CampaignStore';
import { freshDays } from '../domain/campaigns';
import { dayFrom, dayOf, dayText } from '../domain/day';
import type { CampaignStart } from './CampaignStart';
import { SceneOptions, currentScene, kpiNamed } from './Scene';
import { groupNamed } from './groupsBelow';

/** A campaign may look back so far, to begin with what was decided a while ago. */
const mostDaysBack = 366;

export interface CampaignBody {
  title: string;
  description: string;
  group: string;
  kpis: readonly string[];
  owner: string;
  from: string;
  due: string;
}

/** Who acts, and for which groups they may. */
export interface CampaignActor {
  by: string;
  /** Fails unless the person may run campaigns of the group. */
  mayManage: (group: string) => Promise<void>;
}

export interface CampaignOptions extends SceneOptions {
  store: CampaignStore;
  start: Pick<CampaignStart, 'cells'>;
  now: () => Date;
}

/** Starts, changes and closes campaigns. */
export class CampaignCommands {
  readonly #options: CampaignOptions;

  constructor(options: CampaignOptions) {
    this.#options = options;
  }

  async start(
    body: CampaignBody,
    { by, mayManage }: CampaignActor,
  ): Promise<StoredCampaign> {
    const { store, start, now } = this.#options;
    const checked = await this.#check(body);
    await mayManage(checked.group);
    const at = now();
    requireAhead(checked.dueDay, at);
    const campaign: StoredCampaign = {
      id: randomUUID(),
      ...checked,
      startedAt: startsAt(checked.fromDay, at),
      createdBy: by,
      createdAt: at.getTime(),
      version: 1,
    };
    const cells = await start.cells(campaign);
    requireCells(cells, campaign);
    await store.add(campaign, campaign.startedAt === undefined ? [] : cells);
    return campaign;
  }

  async change(
    id: string,
    { version, ...body }: CampaignBody & { version: number },
    { mayManage }: CampaignActor,
  ): Promise<StoredCampaign> {
    const { store, start, now } = this.#options;
    const before = await this.#find(id);
    await mayManage(before.group);
    const checked = await this.#check(body);
    if (checked.group !== before.group) await mayManage(checked.group);
    if (before.version !== version) throw changedMeanwhile(before);
    if (before.closedAt !== undefined) {
      throw new ConflictError(
        `The campaign "${before.title}" is closed and stays as it was: start another one`,
      );
    }
    const campaign: StoredCampaign = {
      ...before,
      ...checked,
      startedAt: startsAt(checked.fromDay, now()),
      version: version + 1,
    };
    const cells = await start.cells(campaign);
    requireCells(cells, campaign);
    const isDone = await store.change(
      campaign,
      campaign.startedAt === undefined ? [] : cells,
    );
    if (!isDone) throw changedMeanwhile(before);
    return campaign;
  }

  /** Once is as good as many times. */
  async close(id: string, { mayManage }: CampaignActor): Promise<void> {
    const { store, now } = this.#options;
    const { group } = await this.#find(id);
    await mayManage(group);
    await store.close(id, now().getTime());
  }

  /** Keeps how the cells stand of all whose first day has come, on whichever replica. */
  async beginDue(): Promise<void> {
    const { store, start, now } = this.#options;
    const at = now();
    for (const campaign of await store.waiting(dayOf(at.getTime()))) {
      await store.begin(campaign.id, await start.cells(campaign), at.getTime());
    }
  }

  async #find(id: string): Promise<StoredCampaign> {
    const campaign = await this.#options.store.find(id);
    if (campaign) return campaign;
    throw new NotFoundError(
      `There is no campaign ${id}: the page of campaigns lists them all`,
    );
  }

  async #check(body: CampaignBody) {
    const { set, tree } = await currentScene(this.#options);
    const { title, description, owner } = body;
    const fromDay = dayFrom(body.from);
    const dueDay = dayFrom(body.due);
    const earliest = dayOf(this.#options.now().getTime()) - mostDaysBack;
    if (fromDay > dueDay) {
      throw new InputError(
        `The campaign would end on ${body.due}, before it begins on ${body.from}: choose a later last day`,
      );
    }
    if (fromDay < earliest) {
      throw new InputError(
        `A campaign begins on ${dayText(earliest)} at the earliest: choose a later first day`,
      );
    }
    const person = toUserRef(owner);
    const ownerRef =
      person && tree.person(person) ? person : tree.resolve(owner);
    if (!ownerRef) {
      throw new InputError(
        `The tree knows no owner "${owner}": name a person, such as user:default/lead-b-1, or a group`,
      );
    }
    const kpis = [...new Set(body.kpis)].map((id): CampaignKpi => {
      const kpi = kpiNamed(set, id);
      return { kpi: kpi.id, freshDays: freshDays(kpi) };
    });
    const group = groupNamed(tree, body.group);
    return {
      title,
      description,
      group,
      kpis,
      owner: ownerRef,
      fromDay,
      dueDay,
    };
  }
}

/** When it is kept how the cells stand; nothing while the first day is ahead. */
function startsAt(fromDay: number, now: Date): number | undefined {
  return fromDay <= dayOf(now.getTime()) ? now.getTime() : undefined;
}

function requireAhead(dueDay: number, now: Date): void {
  if (dueDay >= dayOf(now.getTime())) return;
  throw new InputError(
    `The campaign would have ended on ${dayText(dueDay)}: choose a last day that is ahead`,
  );
}

function requireCells(cells: readonly unknown[], { group }: StoredCampaign) {
  if (cells.length > 0) return;
  throw new InputError(
    `None of these KPIs is measured at ${group} or below it: name others, or a group above`,
  );
}

function changedMeanwhile({ title }: StoredCampaign): ConflictError {
  return new ConflictError(
    `Somebody changed the campaign "${title}" meanwhile: load it again and repeat your change`,
  );
}

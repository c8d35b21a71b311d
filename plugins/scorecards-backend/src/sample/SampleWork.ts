import { isError } from '@backstage/errors';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type {
  SampleDataStore,
  SampleWorkKind,
} from '../database/SampleDataStore';
import { groupsWith } from '../domain/applicable';
import { approversOf } from '../domain/approvers';
import { dayOf, dayText } from '../domain/day';
import type { CampaignCommands } from '../services/CampaignCommands';
import type { KpiSet } from '../services/Definitions';
import type { WaiverCommands } from '../services/WaiverCommands';

const dayMs = 86_400_000;

/** Commands that believe it is another time, and tell nobody. */
export interface PastCommands {
  waivers: Pick<WaiverCommands, 'request' | 'approve'>;
  campaigns: Pick<CampaignCommands, 'start'>;
}

interface WaiverStory {
  kpi: string;
  reason: string;
  /** Days before now. */
  requested: number;
  /** Days before now; left out while nobody has decided. */
  approved?: number;
  /** Days from now. */
  until: number;
}

const waiverStories: readonly WaiverStory[] = [
  {
    kpi: 'it-5-laptop-delivery',
    reason:
      'The supplier replaces a bad series of mainboards; deliveries wait for it.',
    requested: 20,
    approved: 19,
    until: 30,
  },
  {
    kpi: 'd-1-isr',
    reason:
      'One broker lags since rack 7 was moved. Its disks are replaced next week.',
    requested: 2,
    until: 14,
  },
];

const campaignStory = {
  title: 'Fresh and fast data',
  description:
    'Tables are fresh, streams are fast and replicas are in sync before the year ends.',
  kpis: ['d-1-isr', 'd-2-freshness', 'd-2-p99-latency', 'd-3-p99-serving'],
  from: -21,
  due: 24,
};

/** What stories are told by. */
interface SampleScene {
  set: KpiSet;
  tree: OrgTree;
  now: number;
}

/** Enters what people did with what was missed, as they would have done it. */
export class SampleWork {
  readonly #options: {
    store: Pick<SampleDataStore, 'stories' | 'keepWork'>;
    /** Commands as of a moment in milliseconds. */
    commandsAt: (moment: number) => PastCommands;
  };

  constructor(options: {
    store: Pick<SampleDataStore, 'stories' | 'keepWork'>;
    commandsAt: (moment: number) => PastCommands;
  }) {
    this.#options = options;
  }

  /**
   * Enters what was not entered before and what definitions and tree have groups and leads for: while a
   * portal starts, its tree still grows.
   */
  async enter(set: KpiSet, tree: OrgTree, now: number): Promise<void> {
    const scene = { set, tree, now };
    const entered = await this.#options.store.stories();
    for (const story of waiverStories) {
      if (entered.has(story.kpi)) continue;
      await this.#once(story.kpi, 'waiver', () => this.#waiver(story, scene));
    }
    const { title } = campaignStory;
    if (entered.has(title)) return;
    await this.#once(title, 'campaign', () => this.#campaign(scene));
  }

  async #once(
    story: string,
    kind: SampleWorkKind,
    enter: () => Promise<string | undefined>,
  ): Promise<void> {
    const { store } = this.#options;
    try {
      const id = await enter();
      if (id) await store.keepWork(story, kind, id);
    } catch (error) {
      // What people asked for comes first, and then nothing is missing.
      if (!isError(error) || error.name !== 'ConflictError') throw error;
      await store.keepWork(story, kind);
    }
  }

  async #waiver(
    { kpi, reason, requested, approved, until }: WaiverStory,
    { set, tree, now }: SampleScene,
  ): Promise<string | undefined> {
    const group = groupOf(kpi, set, tree);
    const by = group && tree.get(group)?.lead;
    const approver = group && by && approversOf(tree, group, by).at(0);
    if (!approver) return undefined;
    const { commandsAt } = this.#options;
    const { id, version } = await commandsAt(
      now - requested * dayMs,
    ).waivers.request(
      { kpi, entity: group, reason, until: dayText(dayOf(now) + until) },
      { by, mayRequest: async () => {} },
    );
    if (approved !== undefined) {
      await commandsAt(now - approved * dayMs).waivers.approve(
        id,
        { version, reason: 'Known, and out of our hands.' },
        approver.ref,
      );
    }
    return id;
  }

  async #campaign({
    set,
    tree,
    now,
  }: SampleScene): Promise<string | undefined> {
    const { from, due, ...story } = campaignStory;
    const known = story.kpis.filter(id => set.byId.has(id));
    const groups = known.map(id => groupOf(id, set, tree));
    const division = groups[0] && tree.parent(groups[0]);
    if (!division || !division.lead || groups.includes(undefined)) {
      return undefined;
    }
    const { id } = await this.#options
      .commandsAt(now + from * dayMs)
      .campaigns.start(
        {
          ...story,
          kpis: known,
          group: division.ref,
          owner: division.lead,
          from: dayText(dayOf(now) + from),
          due: dayText(dayOf(now) + due),
        },
        { by: division.lead, mayManage: async () => {} },
      );
    return id;
  }
}

function groupOf(id: string, set: KpiSet, tree: OrgTree): string | undefined {
  const kpi = set.byId.get(id);
  return kpi && groupsWith(kpi, tree).at(0);
}

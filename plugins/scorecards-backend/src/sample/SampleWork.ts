import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { SampleDataStore } from '../database/SampleDataStore';
import { approversOf } from '../domain/approvers';
import { dayOf, dayText } from '../domain/day';
import type { CampaignCommands } from '../services/CampaignCommands';
import type { KpiSet } from '../services/Definitions';
import { groupsWith } from '../domain/applicable';
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

/** Enters what people did with what was missed, as they would have done it. */
export class SampleWork {
  readonly #options: {
    store: Pick<SampleDataStore, 'keepWork'>;
    /** Commands as of a moment in milliseconds. */
    commandsAt: (moment: number) => PastCommands;
  };

  constructor(options: {
    store: Pick<SampleDataStore, 'keepWork'>;
    commandsAt: (moment: number) => PastCommands;
  }) {
    this.#options = options;
  }

  /** Enters all that definitions and tree have groups and leads for. */
  async enter(set: KpiSet, tree: OrgTree, now: number): Promise<void> {
    for (const story of waiverStories) {
      await this.#waiver(story, set, tree, now);
    }
    await this.#campaign(set, tree, now);
  }

  async #waiver(
    { kpi, reason, requested, approved, until }: WaiverStory,
    set: KpiSet,
    tree: OrgTree,
    now: number,
  ): Promise<void> {
    const group = groupOf(kpi, set, tree);
    const by = group && tree.get(group)?.lead;
    if (!by) return;
    const { store, commandsAt } = this.#options;
    const waiver = await commandsAt(now - requested * dayMs).waivers.request(
      {
        kpi,
        entity: group,
        reason,
        until: dayText(dayOf(now) + until),
      },
      { by, mayRequest: async () => {} },
    );
    await store.keepWork('waiver', waiver.id);
    const approver = approversOf(tree, group, by).at(0);
    if (approved === undefined || !approver) return;
    await commandsAt(now - approved * dayMs).waivers.approve(
      waiver.id,
      { version: waiver.version, reason: 'Known, and out of our hands.' },
      approver.ref,
    );
  }

  async #campaign(set: KpiSet, tree: OrgTree, now: number): Promise<void> {
    const { title, description, kpis, from, due } = campaignStory;
    const first = groupOf(kpis[0], set, tree);
    const group = first ? tree.parent(first) : undefined;
    const present = kpis.filter(id => set.byId.has(id));
    if (!group?.lead) return;
    const { store, commandsAt } = this.#options;
    const campaign = await commandsAt(now + from * dayMs).campaigns.start(
      {
        title,
        description,
        group: group.ref,
        kpis: present,
        owner: group.lead,
        from: dayText(dayOf(now) + from),
        due: dayText(dayOf(now) + due),
      },
      { by: group.lead, mayManage: async () => {} },
    );
    await store.keepWork('campaign', campaign.id);
  }
}

function groupOf(id: string, set: KpiSet, tree: OrgTree): string | undefined {
  const kpi = set.byId.get(id);
  return kpi && groupsWith(kpi, tree).at(0);
}

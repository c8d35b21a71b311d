import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Waiver } from '@squadron/plugin-scorecards-common';
import type { StoredWaiver } from '../database/WaiverStore';
import { approversOf, askedFirst } from '../domain/approvers';
import { dayText } from '../domain/day';
import { decidedNotice, requestedNotice } from '../domain/notices';
import {
  requireAhead,
  requireOneOf,
  requireState,
  untilDay,
  waiverConflict,
} from '../domain/waivers';
import type { WaiverOptions, WaiverQueries } from './WaiverQueries';
import { kpiNamed } from './Scene';
import { namesOf } from './namesOf';

/** What somebody says of a waiver that they have seen. */
export interface WaiverWord {
  reason?: string;
  version: number;
}

/** Who acts, and what must be allowed to them. */
export interface WaiverActor {
  /** Ref of the person. */
  by: string;
  /** Fails unless the person may ask for waivers of a group. */
  mayRequest: (group: string) => Promise<void>;
  /** Fails unless the person may decide about waivers at all. */
  mayDecide: () => Promise<void>;
}

export interface WaiverCommandOptions extends WaiverOptions {
  queries: WaiverQueries;
  /** Called when somebody is to be told. */
  onNotice: () => void;
}

/** Changes waivers. Of two people who do it at once, one does it and the other is told. */
export class WaiverCommands {
  readonly #options: WaiverCommandOptions;

  constructor(options: WaiverCommandOptions) {
    this.#options = options;
  }

  async request(
    asked: { kpi: string; entity: string; reason: string; until: string },
    { by, mayRequest }: Pick<WaiverActor, 'by' | 'mayRequest'>,
  ): Promise<Waiver> {
    const { store, queries, directory, now } = this.#options;
    const { kpi, reason, until } = asked;
    const { entity, group } = await this.#cell(kpi, asked.entity);
    await mayRequest(group);
    const at = now();
    const waiver: StoredWaiver = {
      id: randomUUID(),
      kpi,
      entity,
      group,
      reason,
      state: 'requested',
      requestedBy: by,
      requestedAt: at.getTime(),
      untilDay: untilDay(until, at),
      version: 1,
    };
    const [described] = await queries.describe([waiver], by);
    const asking = askedFirst(await directory.tree(), group, by);
    const open = await store.add(
      waiver,
      requestedNotice(described, asking, at.getTime()),
    );
    if (!open) {
      this.#options.onNotice();
      return described;
    }
    throw new ConflictError(
      `"${described.kpiTitle}" of ${described.entity.title} has a waiver already, ${open.state} until ${dayText(open.untilDay)} (${open.id}): it must end or be revoked first`,
    );
  }

  approve(id: string, word: WaiverWord, by: string): Promise<Waiver> {
    return this.#decide(id, 'approved', word, by);
  }

  deny(id: string, word: WaiverWord, by: string): Promise<Waiver> {
    return this.#decide(id, 'denied', word, by);
  }

  /** Ends a waiver that was approved, or takes back what the person asked for. */
  async revoke(
    id: string,
    { reason, version }: WaiverWord,
    { by, mayRequest, mayDecide }: WaiverActor,
  ): Promise<Waiver> {
    const waiver = await this.#options.queries.find(id);
    requireState(waiver, version, ['requested', 'approved']);
    const tree = await this.#options.directory.tree();
    const { group, requestedBy } = waiver;
    if (waiver.state === 'requested') {
      requireOneOf(by, [{ ref: requestedBy }], 'take this request back');
      await mayRequest(group);
    } else {
      const lead = tree.get(group)?.lead;
      const approvers = approversOf(tree, group, requestedBy);
      const may = lead ? [...approvers, { ref: lead }] : approvers;
      requireOneOf(by, may, 'revoke this waiver');
      await mayDecide();
    }
    return this.#change(waiver, by, {
      state: 'revoked',
      revokedBy: by,
      revokedAt: this.#options.now().getTime(),
      revocationReason: reason,
    });
  }

  async #decide(
    id: string,
    state: 'approved' | 'denied',
    { reason, version }: WaiverWord,
    by: string,
  ): Promise<Waiver> {
    const { queries, directory, now } = this.#options;
    const waiver = await queries.find(id);
    const { group, requestedBy } = waiver;
    const tree = await directory.tree();
    requireOneOf(
      by,
      approversOf(tree, group, requestedBy),
      'decide this waiver',
    );
    requireState(waiver, version, ['requested']);
    if (state === 'approved') requireAhead(waiver, now());
    return this.#change(waiver, by, {
      state,
      decidedBy: by,
      decidedAt: now().getTime(),
      decisionReason: reason || undefined,
    });
  }

  async #change(
    waiver: StoredWaiver,
    by: string,
    change: Partial<StoredWaiver>,
  ): Promise<Waiver> {
    const { store, queries, directory, now } = this.#options;
    const at = now().getTime();
    const changed = { ...waiver, ...change, version: waiver.version + 1 };
    const [described] = await queries.describe([changed], by);
    const named = await namesOf(directory, [by]);
    const isDone = await store.change(
      changed,
      at,
      decidedNotice(described, named(by), at),
    );
    if (!isDone) throw waiverConflict(await queries.find(waiver.id));
    this.#options.onNotice();
    return described;
  }

  async #cell(
    kpi: string,
    text: string,
  ): Promise<{ entity: string; group: string }> {
    const { store, directory, definitions } = this.#options;
    kpiNamed(await definitions.get(), kpi);
    const entity = (await directory.resolve([text])).get(text)?.ref;
    const group = entity && (await store.ownerOf({ kpi, entity }));
    if (entity && group) return { entity, group };
    throw new NotFoundError(
      `"${text}" does not have the KPI "${kpi}": the page of the KPI lists what has it`,
    );
  }
}

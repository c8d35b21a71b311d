import { NotFoundError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@squadron/backend-kit';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Waiver, WaiverState } from '@squadron/plugin-scorecards-common';
import { z } from 'zod/v3';
import type {
  StoredWaiver,
  WaiverFilter,
  WaiverPlace,
  WaiverStore,
} from '../database/WaiverStore';
import { approversOf, decidableBy } from '../domain/approvers';
import { dayText } from '../domain/day';
import type { SceneOptions } from './Scene';
import { groupsBelow } from './groupsBelow';
import { Named, namesOf } from './namesOf';

export interface WaiverOptions extends SceneOptions {
  store: WaiverStore;
  now: () => Date;
}

const placeSchema = z.object({ requestedAt: z.number(), id: z.string() });

const timeText = (ms: number) => new Date(ms).toISOString();

/** Reads waivers for pages. */
export class WaiverQueries {
  readonly #options: WaiverOptions;

  constructor(options: WaiverOptions) {
    this.#options = options;
  }

  async list(
    query: {
      root?: readonly string[];
      state?: readonly WaiverState[];
      kpi?: string;
      mine: boolean;
      cursor?: string;
      limit: number;
    },
    caller: string | undefined,
  ): Promise<{ items: Waiver[]; total: number; nextCursor?: string }> {
    const { store, directory } = this.#options;
    const { root, state, kpi, mine, cursor, limit } = query;
    const tree = await directory.tree();
    const list = JSON.stringify(['waivers', root, state, kpi, mine && caller]);
    const after: WaiverPlace | undefined =
      cursor === undefined
        ? undefined
        : decodeCursor(list, cursor, placeSchema);
    const filter: WaiverFilter = {
      groups: groupsBelow(tree, root),
      states: state,
      kpi,
      decidable: mine ? decidableBy(tree, caller ?? '') : undefined,
    };
    const [found, total] = await Promise.all([
      store.list(filter, { after, limit: limit + 1 }),
      store.count(filter),
    ]);
    const items = found.slice(0, limit);
    const { requestedAt, id } = items.at(-1) ?? {};
    return {
      items: await this.describe(items, caller),
      total,
      ...(found.length > limit && {
        nextCursor: encodeCursor(list, { requestedAt, id }),
      }),
    };
  }

  async get(id: string, caller: string | undefined): Promise<Waiver> {
    const waiver = await this.find(id);
    const [described] = await this.describe([waiver], caller);
    return described;
  }

  async find(id: string): Promise<StoredWaiver> {
    const waiver = await this.#options.store.find(id);
    if (waiver) return waiver;
    throw new NotFoundError(
      `There is no waiver ${id}: the page of waivers lists them all`,
    );
  }

  /** Waivers as pages get them, whatever their number with the same few questions. */
  async describe(
    waivers: readonly StoredWaiver[],
    caller: string | undefined,
  ): Promise<Waiver[]> {
    const { directory, definitions } = this.#options;
    const tree = await directory.tree();
    const { byId } = await definitions.get();
    const named = await namesOf(directory, waivers.flatMap(refsOf));
    return waivers.map(waiver => ({
      ...toAnswer(waiver, named, tree, caller),
      kpiTitle: byId.get(waiver.kpi)?.title ?? waiver.kpi,
    }));
  }
}

function refsOf(waiver: StoredWaiver): string[] {
  const { entity, group, requestedBy, decidedBy, revokedBy } = waiver;
  return [entity, group, requestedBy, decidedBy ?? [], revokedBy ?? []].flat();
}

function toAnswer(
  waiver: StoredWaiver,
  named: (ref: string) => Named,
  tree: OrgTree,
  caller: string | undefined,
): Omit<Waiver, 'kpiTitle'> {
  const { decidedBy, decidedAt, revokedBy, revokedAt } = waiver;
  const approvers = approversOf(tree, waiver.group, waiver.requestedBy);
  return {
    id: waiver.id,
    kpi: waiver.kpi,
    entity: named(waiver.entity),
    group: named(waiver.group),
    reason: waiver.reason,
    state: waiver.state,
    requestedBy: named(waiver.requestedBy),
    requestedAt: timeText(waiver.requestedAt),
    until: dayText(waiver.untilDay),
    approvers: approvers.map(({ ref, title }) => ({ ref, title })),
    decidedBy: decidedBy === undefined ? undefined : named(decidedBy),
    decidedAt: decidedAt === undefined ? undefined : timeText(decidedAt),
    decisionReason: waiver.decisionReason,
    revokedBy: revokedBy === undefined ? undefined : named(revokedBy),
    revokedAt: revokedAt === undefined ? undefined : timeText(revokedAt),
    revocationReason: waiver.revocationReason,
    mine:
      waiver.state === 'requested' &&
      approvers.some(({ ref }) => ref === caller),
    version: waiver.version,
  };
}

import { nearest } from '@squadron/backend-kit';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type Kpi,
  type Parts,
  type SampleErrorCode,
  sampleSchema,
} from '@squadron/plugin-scorecards-common';
import { groupsWith, isApplicable } from '../domain/applicable';
import { isFault, toParts } from '../domain/parts';
import type { KpiSet } from './Definitions';
import type { Directory, DirectoryEntry } from './Directory';

const mostAheadMs = 5 * 60_000;
/** How far back samples may be. */
const MOST_DAYS = 800;
/** To look for what somebody may have meant takes long. */
const mostSuggestions = 20;

/** A sample that may be taken over. */
export interface GoodSample {
  kpi: Kpi;
  entity: string;
  /** Owns the entity. */
  group: string;
  at: number;
  parts: Parts;
}

/** Why a row is not taken over. */
export interface RowFault {
  code: SampleErrorCode;
  message: string;
}

interface CheckerOptions {
  kpis: KpiSet;
  tree: OrgTree;
  entities: ReadonlyMap<string, DirectoryEntry>;
  directory: Pick<Directory, 'suggest'>;
  now: number;
  may: (group: string) => boolean;
}

/** Checks the rows of one batch. */
export class SampleChecker {
  readonly #options: CheckerOptions;
  readonly #suggestions = new Map<string, Promise<string>>();
  readonly #groupsWith = new Map<string, ReadonlySet<string>>();
  readonly #may = new Map<string, boolean>();

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** The sample that a row stands for, or why it is none. */
  async check(row: unknown): Promise<GoodSample | RowFault> {
    const parsed = sampleSchema.safeParse(row);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      const field = path.join('.');
      return fault('invalid', field ? `"${field}": ${message}` : message);
    }
    const sample = parsed.data;
    const { kpis, entities, now } = this.#options;
    const kpi = kpis.byId.get(sample.kpi);
    if (!kpi) return this.#unknownKpi(sample.kpi);
    const entity = entities.get(sample.entity);
    if (!entity) return this.#unknownEntity(sample.entity);
    const at = Date.parse(sample.at);
    const refused =
      this.#checkPlace(kpi, entity) ?? checkTime(sample.at, at, now);
    if (refused) return refused;
    const parts = toParts(kpi, sample);
    if (isFault(parts)) return parts;
    return { kpi, entity: entity.ref, group: entity.group, at, parts };
  }

  #checkPlace(kpi: Kpi, { ref, group }: DirectoryEntry): RowFault | undefined {
    if (!this.#isApplicable(kpi, ref, group)) {
      return fault(
        'not-applicable',
        `${kpi.id} is measured of ${describe(kpi)}, and ${ref} is none of them`,
      );
    }
    if (!this.#mayChange(group)) {
      return fault(
        'not-allowed',
        `You may not bring in samples of ${group}: ask somebody of that group or a lead above it`,
      );
    }
    return undefined;
  }

  #isApplicable(kpi: Kpi, entity: string, group: string): boolean {
    const { tree } = this.#options;
    if (kpi.appliesTo.to === 'components') {
      return isApplicable(kpi, tree, entity, group);
    }
    let groups = this.#groupsWith.get(kpi.id);
    if (!groups) {
      groups = new Set(groupsWith(kpi, tree));
      this.#groupsWith.set(kpi.id, groups);
    }
    return groups.has(entity);
  }

  #mayChange(group: string): boolean {
    const known = this.#may.get(group);
    if (known !== undefined) return known;
    const may = this.#options.may(group);
    this.#may.set(group, may);
    return may;
  }

  async #unknownKpi(id: string): Promise<RowFault> {
    const { byId } = this.#options.kpis;
    const hint = await this.#suggest(`kpi ${id}`, async () =>
      nearest(id, byId.keys()),
    );
    return fault(
      'unknown-kpi',
      `There is no KPI "${id}"${hint || '; the page of KPIs lists them'}`,
    );
  }

  async #unknownEntity(text: string): Promise<RowFault> {
    const hint = await this.#suggest(`entity ${text}`, () =>
      this.#options.directory.suggest(text),
    );
    return fault(
      'unknown-entity',
      `The tree has no group "${text}", and the catalog no component of this name that a group owns${hint}`,
    );
  }

  #suggest(
    key: string,
    find: () => Promise<string | undefined>,
  ): Promise<string> {
    const known = this.#suggestions.get(key);
    if (known) return known;
    if (this.#suggestions.size >= mostSuggestions) return Promise.resolve('');
    const hint = find().then(name => (name ? `: did you mean "${name}"?` : ''));
    this.#suggestions.set(key, hint);
    return hint;
  }
}

function fault(code: SampleErrorCode, message: string): RowFault {
  return { code, message };
}

function checkTime(text: string, at: number, now: number) {
  if (at > now + mostAheadMs) {
    return fault(
      'future',
      `${text} is more than five minutes ahead of the server, where it is ${new Date(now).toISOString()}: check the clock and the time zone`,
    );
  }
  if (at < now - MOST_DAYS * 86_400_000) {
    return fault(
      'too-old',
      `${text} is more than ${MOST_DAYS} days ago, which is as far back as samples are taken`,
    );
  }
  return undefined;
}

function describe({ appliesTo, owner }: Kpi): string {
  switch (appliesTo.to) {
    case 'owner':
      return owner;
    case 'groups':
      return appliesTo.groups.join(', ');
    case 'each':
      return `each ${appliesTo.type} below ${appliesTo.below}`;
    case 'components':
      return `components that ${appliesTo.below} or a group below it owns`;
    default:
      return appliesTo satisfies never;
  }
}

/** Whether {@link SampleChecker.check} refused. */
export function isRowFault(result: GoodSample | RowFault): result is RowFault {
  return 'code' in result;
}

import { InputError } from '@backstage/errors';
import {
  type PreparedAnswer,
  decodeCursor,
  encodeCursor,
  toCsvLine,
} from '@squadron/backend-kit';
import {
  type CellSort,
  RowCell,
  cellFilterQuery,
  fromStored,
  scorecardsContract,
  statuses,
} from '@squadron/plugin-scorecards-common';
import { z } from 'zod/v3';
import type {
  CellFilter,
  CellOrder,
  CellPlace,
  CellReadStore,
} from '../database/CellReadStore';
import { gainOf } from '../domain/gains';
import type { AnswerCache } from './AnswerCache';
import type { RowMaker } from './RowMaker';
import { Scene, SceneOptions, currentScene, kpisNamed } from './Scene';
import { groupsBelow } from './groupsBelow';

const mostExported = 50_000;
/** Rows that are read and written down before others get their turn. */
const exportedAtOnce = 2_000;

/** PostgreSQL fails at a key that is not of the column's type. */
const sortKeys: Record<CellSort, z.ZodType<CellPlace['key']>> = {
  status: z.number().int().min(0).max(statuses.length),
  kpi: z.string(),
  entity: z.string(),
  value: z.number().nullable(),
  at: z.number().int().safe().nullable(),
  since: z.number().int().safe().nullable(),
  gain: z.number().nullable(),
};

const placeSchema = (sort: CellSort) =>
  z.object({ key: sortKeys[sort], kpi: z.string(), entity: z.string() });

type FilterQuery = z.output<typeof cellFilterQuery>;
type PageQuery = z.output<typeof scorecardsContract.routes.entities.query>;
type ToFixQuery = z.output<typeof scorecardsContract.routes.nextToFix.query>;

const columns: [string, (row: RowCell) => string | number | undefined][] = [
  ['kpi', row => row.kpi],
  ['title', row => row.title],
  ['category', row => row.category],
  ['entity', row => row.entity],
  ['entity title', row => row.entityTitle],
  ['group', row => row.group],
  ['group title', row => row.groupTitle],
  ['status', row => row.status],
  ['verdict', row => row.verdict],
  ['freshness', row => row.freshness],
  // In the unit of the next column; cells keep seconds and shares.
  [
    'value',
    ({ value, unit }) =>
      value === undefined ? undefined : fromStored(value, unit),
  ],
  ['unit', row => row.unit],
  ['text', row => row.text],
  ['target', row => row.target],
  ['at', row => row.at],
  ['since', row => row.since],
  ['source', row => row.source],
  ['waived until', row => row.waivedUntil],
  ['reason', row => row.reason],
];

interface CellQueryOptions extends SceneOptions {
  answers: AnswerCache;
  cells: CellReadStore;
  rows: RowMaker;
}

/** Reads cells for tables. */
export class CellQueries {
  readonly #options: CellQueryOptions;

  constructor(options: CellQueryOptions) {
    this.#options = options;
  }

  /** A page as JSON, made once until something changes. */
  prepared(query: PageQuery): Promise<PreparedAnswer> {
    const key = `cells ${JSON.stringify(query)}`;
    return this.#options.answers.get(key, scene => this.#page(scene, query));
  }

  async page(query: PageQuery) {
    return this.#page(await currentScene(this.#options), query);
  }

  async #page(scene: Scene, query: PageQuery) {
    const { cells, rows } = this.#options;
    const filter = toFilter(scene, query);
    const { sort, order, limit, cursor } = query;
    const by: CellOrder = { sort, order };
    const list = `cells ${JSON.stringify({ ...by, ...filterOf(query) })}`;
    const after =
      cursor === undefined
        ? undefined
        : decodeCursor(list, cursor, placeSchema(sort));
    const [placed, total] = await Promise.all([
      cells.page(filter, by, { after, limit: limit + 1 }),
      cells.count(filter),
    ]);
    const shown = placed.slice(0, limit);
    const items = await rows.rows(
      scene,
      shown.map(({ cell }) => cell),
      { trend: query.trend === 'true' },
    );
    const last = placed.length > limit ? shown.at(-1)?.place : undefined;
    return { items, total, nextCursor: last && encodeCursor(list, last) };
  }

  /** The cell of a KPI of an entity, with its trend, if there is one. */
  async find(
    scene: Scene,
    kpi: string,
    entity: string,
  ): Promise<RowCell | undefined> {
    const { cells, rows } = this.#options;
    const ref = scene.tree.resolve(entity) ?? entity;
    const placed = await cells.page(
      { kpis: [kpi], entities: [ref] },
      { sort: 'kpi', order: 'asc' },
      { limit: 1 },
    );
    const found = placed.map(({ cell }) => cell);
    const [row] = await rows.rows(scene, found, { trend: true });
    return row;
  }

  /** As CSV; one statement for every 2,000 rows. */
  async csv(query: FilterQuery): Promise<string> {
    const { cells, rows } = this.#options;
    const scene = await currentScene(this.#options);
    const filter = toFilter(scene, query);
    const total = await cells.count(filter);
    if (total > mostExported) {
      throw new InputError(
        `These are ${total} cells, and an export has at most ${mostExported}: choose a group, a category or a KPI`,
      );
    }
    const lines = [toCsvLine(columns.map(([name]) => name))];
    const by: CellOrder = { sort: 'kpi', order: 'asc' };
    for (let after, more = true; more;) {
      const placed = await cells.page(filter, by, {
        after,
        limit: exportedAtOnce,
      });
      const part = placed.map(({ cell }) => cell);
      for (const row of await rows.rows(scene, part, { trend: false })) {
        lines.push(toCsvLine(columns.map(([, valueOf]) => valueOf(row))));
      }
      after = placed.at(-1)?.place;
      more = placed.length === exportedAtOnce;
    }
    return lines.join('');
  }

  async nextToFix({ root, limit }: ToFixQuery) {
    const { cells, rows } = this.#options;
    const scene = await currentScene(this.#options);
    const { set, tree } = scene;
    const filter: CellFilter = { groups: groupsBelow(tree, root) };
    const [found, weight] = await Promise.all([
      cells.toFix(filter, limit),
      cells.weight(filter),
    ]);
    const shown = await rows.rows(scene, found, { trend: true });
    const items = shown.map((row, at) => {
      const [lead] = tree.leads(row.group);
      return {
        ...row,
        gain: gainOf(found[at], weight),
        owner: { ref: row.group, title: row.groupTitle },
        lead: lead && { ref: lead.ref, title: lead.title },
        runbook: set.byId.get(row.kpi)?.runbook,
      };
    });
    return { items };
  }
}

function filterOf({
  root,
  kpi,
  category,
  status,
  waived,
  q,
}: FilterQuery): FilterQuery {
  return { root, kpi, category, status, waived, q };
}

function toFilter({ set, tree }: Scene, query: FilterQuery): CellFilter {
  const { category, status, waived, q } = query;
  return {
    groups: groupsBelow(tree, query.root),
    kpis: kpisNamed(set, query.kpi),
    categories: category,
    statuses: status,
    waived: waived && waived === 'true',
    search: q ? searchFor({ set, tree }, q) : undefined,
  };
}

/** Titles and codes are known here; the tables know refs alone. */
function searchFor({ set, tree }: Scene, q: string): CellFilter['search'] {
  const text = q.trim().toLocaleLowerCase('en-US');
  const has = (...words: (string | undefined)[]) =>
    words.some(word => word?.toLocaleLowerCase('en-US').includes(text));
  return {
    text,
    kpis: set.kpis
      .filter(({ id, title }) => has(id, title))
      .map(({ id }) => id),
    groups: tree
      .groups()
      .filter(({ name, title, code }) => has(name, title, code))
      .map(({ ref }) => ref),
  };
}

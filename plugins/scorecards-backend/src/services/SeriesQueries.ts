import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  Kpi,
  Parts,
  SeriesPoint,
  scorecardsContract,
} from '@squadron/plugin-scorecards-common';
import type { z } from 'zod/v3';
import type { CellReadStore } from '../database/CellReadStore';
import type { DayReadStore, Membership } from '../database/DayReadStore';
import { dayFrom } from '../domain/day';
import { SeriesDay, judgeDays, toPoints } from '../domain/series';
import {
  Scene,
  SceneOptions,
  currentScene,
  kpiNamed,
  kpisNamed,
} from './Scene';
import type { TreeHistory } from './TreeHistory';
import { groupNamed } from './groupsBelow';
import { namesOf } from './namesOf';

type SeriesQuery = z.output<typeof scorecardsContract.routes.series.query>;

const mostDays = 800;
const mostPoints = 100_000;

interface Wanted {
  kpi: Kpi;
  entity: string;
}

interface Span {
  from: number;
  to: number;
}

export interface SeriesQueryOptions extends SceneOptions {
  cells: CellReadStore;
  days: DayReadStore;
  history: TreeHistory;
}

const keyOf = (kpi: string, entity: string) => `${kpi} ${entity}`;

/** Reads values over time; three statements, however many entities, KPIs and days. */
export class SeriesQueries {
  readonly #options: SeriesQueryOptions;

  constructor(options: SeriesQueryOptions) {
    this.#options = options;
  }

  async get(query: SeriesQuery) {
    const span = { from: dayFrom(query.from), to: dayFrom(query.to) };
    const scene = await currentScene(this.#options);
    const { wanted, own } = await this.#wanted(scene, query);
    checkSize(wanted.length, span);
    const isOwn = ({ kpi, entity }: Wanted) => own.has(keyOf(kpi.id, entity));
    const [ownDays, rolledDays, nameOf] = await Promise.all([
      this.#ownDays(wanted.filter(isOwn), span),
      this.#rolledDays(
        wanted.filter(each => !isOwn(each)),
        span,
      ),
      namesOf(
        this.#options.directory,
        wanted.map(({ entity }) => entity),
      ),
    ]);
    const series = wanted.map(each => {
      const { kpi, entity } = each;
      const days = (isOwn(each) ? ownDays : rolledDays).get(
        keyOf(kpi.id, entity),
      );
      const points: SeriesPoint[] = toPoints(kpi, days ?? [], {
        ...span,
        step: query.step,
      });
      const { title } = nameOf(entity);
      return { ref: entity, title, kpi: kpi.id, unit: kpi.unit, points };
    });
    return { series };
  }

  /** What is asked for, and which of it has cells of its own. */
  async #wanted(
    { set, tree }: Scene,
    query: SeriesQuery,
  ): Promise<{ wanted: Wanted[]; own: Set<string> }> {
    const ids = kpisNamed(set, query.kpis);
    const entities = query.refs && [
      ...new Set(query.refs.map(text => entityNamed(tree, text))),
    ];
    if (!ids && !entities) {
      throw new InputError(
        'Name what the series are of: `refs`, `kpis` or both',
      );
    }
    const pairs = (ids ?? []).flatMap(id => {
      const kpi = kpiNamed(set, id);
      const of = entities ?? [groupNamed(tree, kpi.owner)];
      return of.map(entity => ({ kpi, entity }));
    });
    const found = await this.#options.cells.states({
      kpis: ids,
      entities: entities ?? pairs.map(({ entity }) => entity),
    });
    const cells = found.flatMap(({ kpi, entities: refs }) =>
      refs.map(entity => ({ kpi, entity })),
    );
    const own = new Set(cells.map(({ kpi, entity }) => keyOf(kpi, entity)));
    if (ids) return { wanted: pairs, own };
    const wanted = cells.flatMap(({ kpi: id, entity }) => {
      const kpi = set.byId.get(id);
      return kpi ? [{ kpi, entity }] : [];
    });
    return { wanted, own };
  }

  async #ownDays(
    wanted: readonly Wanted[],
    { from, to }: Span,
  ): Promise<Map<string, SeriesDay[]>> {
    const keys = wanted.map(({ kpi, entity }) => ({ kpi: kpi.id, entity }));
    const rows = await this.#options.days.ofCells(keys, from, to);
    const days = new Map<string, SeriesDay[]>();
    for (const row of rows) {
      const key = keyOf(row.kpi, row.entity);
      const known = days.get(key);
      if (known) known.push(row);
      else days.set(key, [row]);
    }
    return days;
  }

  /** What everything below adds up to, by the tree of each day. */
  async #rolledDays(
    wanted: readonly Wanted[],
    span: Span,
  ): Promise<Map<string, SeriesDay[]>> {
    const windows = wanted.map(({ kpi }) => kpi.windowDays ?? 1);
    const from = span.from - Math.max(1, ...windows) + 1;
    const roots = [...new Set(wanted.map(({ entity }) => entity))];
    const ids = [...new Set(wanted.map(({ kpi }) => kpi.id))];
    const rows = await this.#options.days.below(
      ids,
      await this.#memberships(roots, { from, to: span.to }),
      { from, to: span.to },
    );
    const parts = new Map<string, Map<number, Parts>>();
    for (const row of rows) {
      const key = keyOf(row.kpi, row.root);
      const known = parts.get(key) ?? new Map<number, Parts>();
      parts.set(key, known.set(row.day, row.parts));
    }
    return new Map(
      wanted.map(({ kpi, entity }) => {
        const key = keyOf(kpi.id, entity);
        return [key, judgeDays(kpi, parts.get(key) ?? new Map(), span)];
      }),
    );
  }

  async #memberships(
    roots: readonly string[],
    { from, to }: Span,
  ): Promise<Membership[]> {
    if (roots.length === 0) return [];
    const spans = await this.#options.history.spans(from, to);
    return roots.flatMap(root =>
      spans.flatMap(span =>
        span.tree.subtree(root).map(({ ref: group }) => ({
          root,
          group,
          from: span.from,
          to: span.to,
        })),
      ),
    );
  }
}

function entityNamed(tree: Scene['tree'], text: string): string {
  const isComponent = /^component:/i.test(text);
  return isComponent
    ? stringifyEntityRef(parseEntityRef(text, { defaultNamespace: 'default' }))
    : groupNamed(tree, text);
}

function checkSize(series: number, { from, to }: Span): void {
  if (from > to || to - from > mostDays) {
    throw new InputError(
      `A span has at most ${mostDays} days and \`to\` is not before \`from\`: shorten it or turn it round`,
    );
  }
  const points = series * (to - from + 1);
  if (points > mostPoints) {
    throw new InputError(
      `These would be ${points} points, and an answer has at most ${mostPoints}: shorten the span or name fewer entities and KPIs`,
    );
  }
}

import { InputError, NotFoundError } from '@backstage/errors';
import type { ErrorBudget, Kpi } from '@squadron/plugin-scorecards-common';
import type { BudgetStore } from '../database/BudgetStore';
import type { CellReadStore } from '../database/CellReadStore';
import { dayOf } from '../domain/day';
import {
  EventCount,
  budgetLeft,
  burnDown,
  burnRates,
  burnSeconds,
} from '../domain/errorBudget';
import { targetAt } from '../domain/targets';
import { allowedOf } from '../domain/verdict';
import { Scene, SceneOptions, currentScene, kpiNamed } from './Scene';
import { namesOf } from './namesOf';

export interface BudgetQueryOptions extends SceneOptions {
  budgets: BudgetStore;
  cells: Pick<CellReadStore, 'states'>;
  now: () => Date;
}

/** Reads error budgets; three or four statements, however many entities add up. */
export class BudgetQueries {
  readonly #options: BudgetQueryOptions;

  constructor(options: BudgetQueryOptions) {
    this.#options = options;
  }

  /**
   * @param text - the entity, or a group whose entities add up; the KPI's owner when left out
   */
  async get(id: string, text?: string): Promise<ErrorBudget> {
    const { budgets, directory, now } = this.#options;
    const scene = await currentScene(this.#options);
    const kpi = kpiNamed(scene.set, id);
    const at = now().getTime();
    const { days, target, allowed } = budgetOf(kpi, at);
    const entity = await this.#entity(text ?? kpi.owner);
    const entities = await this.#entities(scene, kpi, entity);
    const today = dayOf(at);
    const span = { from: today - days + 1, to: today };
    const [events, byDay, named] = await Promise.all([
      budgets.windows(id, entities, { now: at, seconds: burnSeconds }),
      budgets.byDay(id, entities, span),
      namesOf(directory, [entity]),
    ]);
    const all = sumOf(byDay.values());
    return {
      kpi: id,
      title: kpi.title,
      entity: named(entity),
      target,
      allowed,
      days,
      ...all,
      left: budgetLeft(all, allowed),
      windows: burnRates({
        events,
        allowed,
        cadenceSeconds: kpi.cadenceSeconds,
      }),
      burnDown: burnDown(byDay, { ...span, allowed }),
    };
  }

  async #entity(text: string): Promise<string> {
    const entry = (await this.#options.directory.resolve([text])).get(text);
    if (entry) return entry.ref;
    throw new NotFoundError(
      `There is no group or component "${text}": write its reference, such as group:default/squad-b-1`,
    );
  }

  /** The entity itself where it has the KPI, else those of all groups below it. */
  async #entities({ tree }: Scene, kpi: Kpi, entity: string) {
    const { cells } = this.#options;
    const kpis = [kpi.id];
    const own = await cells.states({ kpis, entities: [entity] });
    if (own.length > 0) return [entity];
    const groups = tree.subtree(entity).map(({ ref }) => ref);
    const below = groups.length > 0 ? await cells.states({ kpis, groups }) : [];
    if (below.length > 0) return below.flatMap(({ entities }) => entities);
    throw new NotFoundError(
      `Neither ${entity} nor anything below it has the KPI "${kpi.id}": GET /api/scorecards/entities?kpi=${kpi.id} lists what has it`,
    );
  }
}

function budgetOf(kpi: Kpi, at: number) {
  const target = targetAt(kpi, at);
  const allowed = target && allowedOf(target);
  const days = kpi.errorBudgetDays;
  if (!days || allowed === undefined) {
    throw new InputError(
      `"${kpi.id}" has no error budget: only a ratio with a target and \`errorBudgetDays\` has one`,
    );
  }
  return { days, target: target!.text, allowed };
}

function sumOf(all: Iterable<EventCount>): EventCount {
  const sum = { bad: 0, total: 0 };
  for (const { bad, total } of all) {
    sum.bad += bad;
    sum.total += total;
  }
  return sum;
}

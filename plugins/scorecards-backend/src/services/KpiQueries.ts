import type { OrgTree } from '@squadron/plugin-org-model-common';
import { Kpi, scorecardsContract } from '@squadron/plugin-scorecards-common';
import type { z } from 'zod/v3';
import type { CellReadStore } from '../database/CellReadStore';
import { groupsWith } from '../domain/applicable';
import { toRolledUp } from '../domain/cellViews';
import { emptyHealth, toHealth } from '../domain/scoring';
import { SceneOptions, currentScene, kpiNamed } from './Scene';
import { groupNamed, groupsBelow } from './groupsBelow';

type KpisQuery = z.output<typeof scorecardsContract.routes.kpis.query>;

/** Reads what is to be reached. */
export class KpiQueries {
  readonly #options: SceneOptions & { cells: CellReadStore; now: () => Date };

  constructor(
    options: SceneOptions & { cells: CellReadStore; now: () => Date },
  ) {
    this.#options = options;
  }

  async list(query: KpisQuery): Promise<{ items: Kpi[] }> {
    const { set, tree } = await currentScene(this.#options);
    const { category, q } = query;
    const owner = query.owner && groupNamed(tree, query.owner);
    const below = groupsBelow(tree, query.root);
    const within = below && new Set(below);
    const items = set.kpis.filter(
      kpi =>
        (!category || category.includes(kpi.category)) &&
        (!owner || tree.resolve(kpi.owner) === owner) &&
        (!within || concerns(kpi, tree, within)) &&
        (!q || isFound(kpi, tree, q.trim().toLocaleLowerCase('en-US'))),
    );
    return { items };
  }

  async get(id: string) {
    const { set, tree } = await currentScene(this.#options);
    const kpi = kpiNamed(set, id);
    const { cells, now } = this.#options;
    const [summary] = await cells.summaries({ kpis: [kpi.id] });
    return {
      ...kpi,
      ownerTitle: tree.get(kpi.owner)?.title ?? kpi.owner,
      health: toHealth(summary?.health ?? emptyHealth),
      rolledUp:
        summary && summary.entities > 1
          ? toRolledUp(summary, kpi, now().getTime())
          : undefined,
    };
  }
}

/** Whether one of the groups owns the KPI or has it. */
function concerns(
  kpi: Kpi,
  tree: OrgTree,
  groups: ReadonlySet<string>,
): boolean {
  const owner = tree.resolve(kpi.owner);
  if (owner && groups.has(owner)) return true;
  if (kpi.appliesTo.to === 'components') {
    const { below } = kpi.appliesTo;
    return [...groups].some(
      group => tree.isWithin(group, below) || tree.isWithin(below, group),
    );
  }
  return groupsWith(kpi, tree).some(group => groups.has(group));
}

function isFound(kpi: Kpi, tree: OrgTree, text: string): boolean {
  const owner = tree.get(kpi.owner);
  return [kpi.id, kpi.title, kpi.text, owner?.title, owner?.name].some(word =>
    word?.toLocaleLowerCase('en-US').includes(text),
  );
}

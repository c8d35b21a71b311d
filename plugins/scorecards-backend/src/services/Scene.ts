import { NotFoundError } from '@backstage/errors';
import { nearest } from '@squadron/backend-kit';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { Definitions, KpiSet } from './Definitions';
import type { Directory } from './Directory';

/** Definitions and tree at one moment: what the tables are read by. */
export interface Scene {
  set: KpiSet;
  tree: OrgTree;
}

/** What every answer is made of besides the tables. */
export interface SceneOptions {
  definitions: Pick<Definitions, 'get'>;
  directory: Pick<Directory, 'tree' | 'resolve'>;
}

/** Definitions and tree of now; the same objects for as long as neither changes. */
export async function currentScene({
  definitions,
  directory,
}: SceneOptions): Promise<Scene> {
  const [set, tree] = await Promise.all([definitions.get(), directory.tree()]);
  return { set, tree };
}

/** The KPI that somebody named. */
export function kpiNamed({ byId }: KpiSet, id: string): Kpi {
  const kpi = byId.get(id);
  if (kpi) return kpi;
  const meant = nearest(id, byId.keys());
  throw new NotFoundError(
    `There is no KPI "${id}": ${meant ? `did you mean ${meant}?` : 'the page of KPIs lists them'}`,
  );
}

/** The KPIs that somebody named, each once; nothing, for all, when none was named. */
export function kpisNamed(
  set: KpiSet,
  ids: readonly string[] | undefined,
): string[] | undefined {
  return ids && [...new Set(ids.map(id => kpiNamed(set, id).id))];
}

import { groupName } from '@squadron/plugin-org-model-react';

/** The address of a KPI's page, of one entity where it is named. */
export function kpiPath(kpi: string, entity?: string): string {
  const path = `/scorecards/kpis/${encodeURIComponent(kpi)}`;
  if (!entity) return path;
  return `${path}?${new URLSearchParams({ entity: groupName(entity) })}`;
}

/** The address of the overview of a group. */
export function overviewPath(group: string): string {
  return `/scorecards?${new URLSearchParams({ scope: groupName(group) })}`;
}

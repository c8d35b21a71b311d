import { Select, ToggleButton } from '@backstage/ui';
import { TreeNode } from '@squadron/plugin-org-model-common';
import { OrgChartOverlay } from '@squadron/plugin-org-model-react';
import { ReactNode } from 'react';
import { LinkKind, OrgView, setLevels } from '../../lib/orgView';
import { GroupSearch } from './GroupSearch';
import styles from './OrgPage.module.css';

export interface OrgToolbarProps {
  /** The groups that the search looks through. */
  nodes: TreeNode[];
  /** How deep the scope goes. */
  depth: number;
  view: OrgView;
  onView: (change: (view: OrgView) => OrgView) => void;
  onFound: (ref: string | undefined) => void;
  onGoTo: (ref: string) => void;
  children?: ReactNode;
}

function levelOptions(depth: number) {
  const levels = Array.from({ length: depth }, (_, level) => ({
    id: String(level + 1),
    label: level === 0 ? '1 level open' : `${level + 1} levels open`,
  }));
  return [...levels, { id: 'all', label: 'All levels open' }];
}

/** Search and levels, for the chart and the list. */
export function OrgToolbar(props: OrgToolbarProps) {
  const { nodes, depth, view, onView, onFound, onGoTo, children } = props;
  return (
    <div className={styles.toolbar} role="group" aria-label="View">
      <GroupSearch nodes={nodes} onFound={onFound} onGoTo={onGoTo} />
      <Select
        aria-label="Open levels"
        size="small"
        className={styles.levels}
        options={levelOptions(depth)}
        selectedKey={
          view.levels === undefined
            ? 'all'
            : String(Math.min(view.levels, depth))
        }
        onSelectionChange={key =>
          onView(current =>
            setLevels(current, key === 'all' ? undefined : Number(key)),
          )
        }
      />
      {children}
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export interface ChartTogglesProps {
  view: OrgView;
  overlays: OrgChartOverlay[];
  onView: (change: (view: OrgView) => OrgView) => void;
}

const linkTitles: Record<LinkKind, string> = {
  dependency: 'Dependencies',
  dotted: 'Shared people',
};

/** Switches for lines between groups and for the chips of other plugins. */
export function ChartToggles({ view, overlays, onView }: ChartTogglesProps) {
  return (
    <div className={styles.toggles} role="group" aria-label="Show">
      {(['dependency', 'dotted'] as const).map(kind => (
        <ToggleButton
          key={kind}
          size="small"
          isSelected={view.links.has(kind)}
          onChange={() =>
            onView(current => ({
              ...current,
              links: toggled(current.links, kind),
            }))
          }
        >
          {linkTitles[kind]}
        </ToggleButton>
      ))}
      {overlays.map(({ id, title }) => (
        <ToggleButton
          key={id}
          size="small"
          isSelected={view.overlays.has(id)}
          onChange={() =>
            onView(current => ({
              ...current,
              overlays: toggled(current.overlays, id),
            }))
          }
        >
          {title}
        </ToggleButton>
      ))}
    </div>
  );
}

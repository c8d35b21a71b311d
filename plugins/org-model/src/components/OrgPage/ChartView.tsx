import { GroupTree, OrgChartOverlay } from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { useMemo } from 'react';
import { layoutChart } from '../../lib/chartLayout';
import { FocusRequest, OrgView } from '../../lib/orgView';
import { VisibleNode } from '../../lib/visibleTree';
import { OrgChart } from '../OrgChart';
import styles from './OrgPage.module.css';
import { OverlayReader } from './OverlayReader';
import { useChartLinks } from './useChartLinks';
import { useChips } from './useChips';

export interface ChartViewProps {
  tree: GroupTree;
  nodes: VisibleNode[];
  view: OrgView;
  overlays: OrgChartOverlay[];
  found?: string;
  goTo?: FocusRequest;
  onSelect: (ref: string) => void;
  onToggle: (ref: string, open: boolean) => void;
}

/** The chart with the lines and chips that are switched on. */
export function ChartView(props: ChartViewProps) {
  const { tree, nodes, view, found, onSelect, onToggle } = props;
  const overlays = useMemo(
    () => props.overlays.filter(({ id }) => view.overlays.has(id)),
    [props.overlays, view.overlays],
  );
  const { chipsOf, onReading, failed } = useChips(overlays);
  const layout = useMemo(
    () => layoutChart(nodes, { chips: overlays.length > 0 }),
    [nodes, overlays],
  );
  const { links, error } = useChartLinks(tree, layout.cards, view.links);
  const problems = [
    ...failed.map(({ title }) => `${title} could not be read.`),
    ...(error ? [`The lines could not be read: ${error.message}`] : []),
  ];
  return (
    <>
      {overlays.map(overlay => (
        <OverlayReader
          key={overlay.id}
          overlay={overlay}
          onReading={onReading}
        />
      ))}
      {problems.map(problem => (
        <p key={problem} className={styles.problem} role="alert">
          <StatusMark status="stale">{problem}</StatusMark>
        </p>
      ))}
      <OrgChart
        layout={layout}
        nodes={nodes}
        links={links}
        selected={view.selected}
        found={found}
        goTo={props.goTo}
        chipsOf={chipsOf}
        onSelect={onSelect}
        onToggle={onToggle}
      />
    </>
  );
}

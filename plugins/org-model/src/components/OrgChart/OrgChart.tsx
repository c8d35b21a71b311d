import { OrgChartChip } from '@squadron/plugin-org-model-react';
import {
  KeyboardEvent,
  MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ChartLayout, chartSize } from '../../lib/chartLayout';
import { inArea } from '../../lib/inArea';
import { FocusRequest } from '../../lib/orgView';
import { moveInChart } from '../../lib/treeKeys';
import { VisibleNode } from '../../lib/visibleTree';
import { ChartCard } from './ChartCard';
import { ChartLegend } from './ChartLegend';
import { ChartLines, ChartLinks, PlacedLinks } from './ChartLines';
import { ChartZoom } from './ChartZoom';
import styles from './OrgChart.module.css';
import { farAway, useChartViewport } from './useChartViewport';
import { useDragToPan } from './useDragToPan';

export interface OrgChartProps {
  layout: ChartLayout;
  nodes: VisibleNode[];
  links: PlacedLinks;
  selected?: string;
  /** The group that the search has found; it comes into the middle. */
  found?: string;
  /** Where the search asks the focus to go. */
  goTo?: FocusRequest;
  chipsOf: (ref: string) => OrgChartChip[];
  onSelect: (ref: string) => void;
  onToggle: (ref: string, open: boolean) => void;
}

/** Letters that are at least 12 pixels high on the screen, whatever the zoom. */
function letterSizes(zoom: number) {
  return {
    ['--letters' as string]: `${Math.max(12, 12 / zoom)}px`,
    ['--far-letters' as string]: `${Math.min(13 / zoom, 48)}px`,
  };
}

/** The organization from left to right. Arrows move between the cards, Enter shows details. */
export function OrgChart(props: OrgChartProps) {
  const { layout, nodes, links, selected, found, goTo, chipsOf } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { zoom, area, center, ...zooming } = useChartViewport(scroller, layout);
  const [focused, setFocused] = useState<string>();
  const isThere = nodes.some(({ node }) => node.ref === focused);
  const active = isThere ? focused : (selected ?? nodes[0]?.node.ref);
  const wanted = useRef<string>();

  useEffect(() => {
    if (!goTo) return;
    wanted.current = goTo.ref;
    setFocused(goTo.ref);
  }, [goTo]);
  useEffect(() => {
    if (!active || wanted.current !== active) return;
    wanted.current = undefined;
    const item = scroller.current?.querySelector<HTMLElement>(
      `[data-ref=${JSON.stringify(active)}]`,
    );
    item?.focus({ preventScroll: true });
    item?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [active, goTo]);

  const place = layout.cards.find(
    ({ node, rows }) =>
      node.ref === found || rows.some(row => row.node.ref === found),
  );
  const centerOn = useRef(center);
  centerOn.current = center;
  const [placeX, placeY] = [place?.x, place?.y];
  useEffect(() => {
    if (placeX === undefined || placeY === undefined) return;
    centerOn.current({ x: placeX, y: placeY, ...chartSize.card });
  }, [found, placeX, placeY]);

  const visible = useMemo(
    () =>
      layout.cards.filter(
        card =>
          inArea(card, area) ||
          [card, ...card.rows].some(({ node }) => node.ref === active),
      ),
    [layout, area, active],
  );
  const lines = useMemo(
    () => ({
      bands: layout.bands.filter(band => inArea(band, area)),
      connectors: layout.connectors.filter(
        ({ y, height }) => y < area.y + area.height && y + height > area.y,
      ),
    }),
    [layout, area],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && active) {
      event.preventDefault();
      props.onSelect(active);
      return;
    }
    const move = moveInChart(nodes, active, event.key);
    if (!move) return;
    event.preventDefault();
    if ('focus' in move) {
      wanted.current = move.focus;
      setFocused(move.focus);
    } else if ('open' in move) props.onToggle(move.open, true);
    else props.onToggle(move.close, false);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>('[data-ref]');
    if (!item) return;
    const ref = item.dataset.ref!;
    setFocused(ref);
    if (target.closest('[data-toggle]')) {
      props.onToggle(ref, item.getAttribute('aria-expanded') !== 'true');
    } else props.onSelect(ref);
  };

  return (
    <div className={styles.chart}>
      <div
        ref={scroller}
        className={styles.scroller}
        {...useDragToPan(scroller)}
      >
        <div
          style={{ width: layout.width * zoom, height: layout.height * zoom }}
        >
          <div
            role="tree"
            tabIndex={-1}
            aria-label="Organization chart"
            className={styles.canvas}
            data-far={zoom < farAway || undefined}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${zoom})`,
              ...letterSizes(zoom),
            }}
            onKeyDown={onKeyDown}
            onClick={onClick}
          >
            <ChartLines
              width={layout.width}
              height={layout.height}
              {...lines}
            />
            <ChartLinks
              width={layout.width}
              height={layout.height}
              links={links}
              active={active}
            />
            {visible.map(card => {
              const refs = [card, ...card.rows].map(({ node }) => node.ref);
              const mine = (ref?: string) =>
                ref && refs.includes(ref) ? ref : undefined;
              return (
                <ChartCard
                  key={card.node.ref}
                  card={card}
                  active={mine(active)}
                  found={mine(found)}
                  selected={card.node.ref === selected}
                  chips={chipsOf(card.node.ref)}
                />
              );
            })}
          </div>
        </div>
      </div>
      <ChartLegend links={links} />
      <ChartZoom zoom={zoom} {...zooming} />
    </div>
  );
}

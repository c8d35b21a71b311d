import { OrgChartChip } from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { memo } from 'react';
import { ChartCard as Card } from '../../lib/chartLayout';
import { VisibleNode } from '../../lib/visibleTree';
import {
  bareTitle,
  count,
  fullLead,
  lacksLead,
  shortLead,
  spokenGroup,
} from '../../lib/words';
import styles from './OrgChart.module.css';

export interface ChartCardProps {
  card: Card;
  /** The group of the chart that the Tab key reaches, if it is this card or one of its rows. */
  active?: string;
  /** The group that the search has found, if it is this card or one of its rows. */
  found?: string;
  selected: boolean;
  chips: OrgChartChip[];
}

function itemProps(
  { node, depth, position, siblings }: VisibleNode,
  { active, found }: Pick<ChartCardProps, 'active' | 'found'>,
) {
  return {
    role: 'treeitem',
    'data-ref': node.ref,
    'data-found': node.ref === found || undefined,
    'aria-level': depth + 1,
    'aria-posinset': position,
    'aria-setsize': siblings,
    tabIndex: node.ref === active ? 0 : -1,
  };
}

function Title({ node }: Pick<VisibleNode, 'node'>) {
  return (
    <span className={styles.title} title={node.title}>
      {node.code && <b>{node.code}</b>} {bareTitle(node)}
    </span>
  );
}

function Meta({ node, open, expandable }: VisibleNode) {
  const { people, descendants } = node.rollUp;
  const facts = [
    node.lifecycle === 'planned' && people.total === 0
      ? undefined
      : count(people.total, 'person', 'people'),
    shortLead(node),
  ].filter(Boolean);
  return (
    <span className={styles.meta}>
      {node.lifecycle !== 'active' && (
        <StatusMark status="no-data">{node.lifecycle}</StatusMark>
      )}
      <span className={styles.people} title={fullLead(node)}>
        {facts.join(' · ')}
      </span>
      {lacksLead(node) && <StatusMark status="at-risk">no lead</StatusMark>}
      {expandable && (
        <span className={styles.toggle} data-toggle={node.ref}>
          {open ? '▾' : '▸'} {descendants} below
        </span>
      )}
    </span>
  );
}

/** A group in the chart, with its units as rows when it is open. */
export const ChartCard = memo(function MemoChartCard(props: ChartCardProps) {
  const { card, selected, chips } = props;
  const { node, x, y, width, height, rows } = card;
  return (
    <div
      role="none"
      className={styles.card}
      data-lifecycle={node.lifecycle}
      data-selected={selected || undefined}
      style={{ left: x, top: y, width, height }}
    >
      <div
        {...itemProps(card, props)}
        className={styles.head}
        aria-expanded={card.expandable ? card.open : undefined}
        aria-selected={selected}
        aria-label={spokenGroup(
          node,
          chips.map(chip => chip.title),
        )}
      >
        <Title node={node} />
        <Meta {...card} />
        {chips.length > 0 && (
          <span className={styles.chips}>
            {chips.map(({ status = 'no-data', text, title }) => (
              <span key={title} title={title}>
                <StatusMark status={status}>{text}</StatusMark>
              </span>
            ))}
          </span>
        )}
        <span className={styles.far} aria-hidden="true">
          {node.code ?? node.title}
        </span>
      </div>
      {rows.length > 0 && (
        <div role="group" className={styles.rows}>
          {rows.map(row => (
            <div
              key={row.node.ref}
              {...itemProps(row, props)}
              className={styles.row}
              data-lifecycle={row.node.lifecycle}
              aria-selected={false}
              aria-label={spokenGroup(row.node)}
            >
              <Title node={row.node} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
});

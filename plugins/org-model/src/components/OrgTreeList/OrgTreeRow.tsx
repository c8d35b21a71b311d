import { StatusMark } from '@squadron/ui';
import { memo } from 'react';
import { VisibleNode } from '../../lib/visibleTree';
import {
  bareTitle,
  fullLead,
  isWorkedByParent,
  lacksLead,
  spokenGroup,
} from '../../lib/words';
import styles from './OrgTreeList.module.css';

export interface OrgTreeRowProps {
  item: VisibleNode;
  /** The Tab key reaches this row. */
  active: boolean;
  selected: boolean;
  found: boolean;
}

/** A group in the list, with its figures. */
export const OrgTreeRow = memo(function MemoOrgTreeRow(props: OrgTreeRowProps) {
  const { item, active, selected, found } = props;
  const { node, depth, open, expandable } = item;
  const { people, systems, descendants } = node.rollUp;
  return (
    <div
      role="treeitem"
      className={styles.row}
      data-ref={node.ref}
      data-found={found || undefined}
      tabIndex={active ? 0 : -1}
      aria-level={depth + 1}
      aria-posinset={item.position}
      aria-setsize={item.siblings}
      aria-expanded={expandable ? open : undefined}
      aria-selected={selected}
      aria-label={spokenGroup(node)}
    >
      <span className={styles.group} style={{ paddingLeft: `${depth * 20}px` }}>
        <span className={styles.toggle} data-toggle={expandable || undefined}>
          {expandable && (open ? '▾' : '▸')}
        </span>
        <span className={styles.title} title={node.title}>
          {node.code && <b>{node.code}</b>} {bareTitle(node)}
        </span>
        {node.lifecycle !== 'active' && (
          <StatusMark status="no-data">{node.lifecycle}</StatusMark>
        )}
      </span>
      <span className={styles.lead} title={fullLead(node)}>
        {node.leadTitle}
        {lacksLead(node) && <StatusMark status="at-risk">no lead</StatusMark>}
      </span>
      <span className={styles.figure}>
        {isWorkedByParent(node) ? '–' : people.total}
      </span>
      <span className={styles.figure}>{systems.total}</span>
      <span className={styles.figure}>{descendants}</span>
    </div>
  );
});

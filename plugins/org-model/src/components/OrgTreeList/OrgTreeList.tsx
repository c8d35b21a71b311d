import { KeyboardEvent, MouseEvent, useEffect, useRef, useState } from 'react';
import { FocusRequest } from '../../lib/orgView';
import { moveInList, typeahead } from '../../lib/treeKeys';
import { VisibleNode } from '../../lib/visibleTree';
import styles from './OrgTreeList.module.css';
import { OrgTreeRow } from './OrgTreeRow';
import { useTypedLetters } from './useTypedLetters';

export interface OrgTreeListProps {
  nodes: VisibleNode[];
  selected?: string;
  /** The group that the search has found; it scrolls into sight. */
  found?: string;
  /** Where the search asks the focus to go. */
  goTo?: FocusRequest;
  onSelect: (ref: string) => void;
  onToggle: (ref: string, open: boolean) => void;
  /** Opens every group beside this one, as `*` does in trees. */
  onOpenSiblings: (ref: string) => void;
}

function itemOf(list: HTMLElement | null, ref: string | undefined) {
  return ref
    ? list?.querySelector<HTMLElement>(`[data-ref=${JSON.stringify(ref)}]`)
    : undefined;
}

/** The tree as a list with its figures: arrows, Home, End, letters, `*`, Enter. */
export function OrgTreeList(props: OrgTreeListProps) {
  const { nodes, selected, found, goTo } = props;
  const { onSelect, onToggle, onOpenSiblings } = props;
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const isThere = nodes.some(({ node }) => node.ref === focused);
  const active = isThere ? focused : (selected ?? nodes[0]?.node.ref);
  const type = useTypedLetters();

  useEffect(() => {
    itemOf(list.current, found)?.scrollIntoView?.({ block: 'center' });
  }, [found, nodes]);

  useEffect(() => {
    if (!goTo) return;
    setFocused(goTo.ref);
    itemOf(list.current, goTo.ref)?.focus();
  }, [goTo]);

  const focus = (ref: string) => {
    setFocused(ref);
    itemOf(list.current, ref)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !active) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(active);
    } else if (event.key === '*') {
      event.preventDefault();
      onOpenSiblings(active);
    } else if (event.key.length === 1 && event.key !== '/') {
      const next = typeahead(nodes, active, type(event.key));
      if (next) focus(next);
    } else {
      const move = moveInList(nodes, active, event.key);
      if (!move) return;
      event.preventDefault();
      if ('focus' in move) focus(move.focus);
      else if ('open' in move) onToggle(move.open, true);
      else onToggle(move.close, false);
    }
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>('[data-ref]');
    if (!item) return;
    const ref = item.dataset.ref!;
    focus(ref);
    if (target.closest('[data-toggle]')) {
      onToggle(ref, item.getAttribute('aria-expanded') !== 'true');
    } else onSelect(ref);
  };

  return (
    <div className={styles.frame}>
      <div className={styles.head} aria-hidden="true">
        <span>Group</span>
        <span>Lead</span>
        <span className={styles.figure}>People</span>
        <span className={styles.figure}>Systems</span>
        <span className={styles.figure}>Below</span>
      </div>
      <div
        ref={list}
        role="tree"
        tabIndex={-1}
        aria-label="Organization"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {nodes.map(item => (
          <OrgTreeRow
            key={item.node.ref}
            item={item}
            active={item.node.ref === active}
            selected={item.node.ref === selected}
            found={item.node.ref === found}
          />
        ))}
      </div>
    </div>
  );
}

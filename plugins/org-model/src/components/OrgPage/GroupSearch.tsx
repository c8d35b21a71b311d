import { SearchField } from '@backstage/ui';
import { TreeNode } from '@squadron/plugin-org-model-common';
import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import { searchGroups } from '../../lib/searchGroups';
import styles from './OrgPage.module.css';

export interface GroupSearchProps {
  /** The groups that are searched. */
  nodes: TreeNode[];
  /** Is told the found group that the person looks at, or nothing. */
  onFound: (ref: string | undefined) => void;
  /** Moves the focus from the box to the found group. */
  onGoTo: (ref: string) => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Finds a group by code, title or lead. `/` goes here, Enter to the next one found, ArrowDown onto it. */
export function GroupSearch({ nodes, onFound, onGoTo }: GroupSearchProps) {
  const field = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const matches = searchGroups(nodes, text);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const show = (next: string, index: number) => {
    const found = searchGroups(nodes, next);
    setText(next);
    setAt(index);
    onFound(found[index]?.ref);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = matches[at];
    if (!current) return;
    const isOnly = event.key === 'Enter' && matches.length === 1;
    if (event.key === 'ArrowDown' || isOnly) {
      event.preventDefault();
      onFound(current.ref);
      onGoTo(current.ref);
      return;
    }
    if (event.key !== 'Enter') return;
    const next = at + (event.shiftKey ? -1 : 1);
    show(text, (next + matches.length) % matches.length);
  };
  return (
    <div className={styles.search} ref={field}>
      <SearchField
        aria-label="Find a group"
        placeholder="Find a group  /"
        size="small"
        value={text}
        onChange={next => show(next, 0)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.hits}>
        {text &&
          (matches.length > 0
            ? `${at + 1} of ${matches.length}`
            : 'none found')}
      </span>
    </div>
  );
}

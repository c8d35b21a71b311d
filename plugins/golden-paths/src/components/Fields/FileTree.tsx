import type { PreviewFile } from '@squadron/plugin-golden-paths-common';
import { sizeInWords } from '@squadron/ui';
import { KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { treeLines } from '../../lib/fileTree';
import styles from './Fields.module.css';

interface FileTreeProps {
  files: PreviewFile[];
  selected?: string;
  onSelect: (path: string) => void;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Files below their folders; the arrow keys go from file to file. */
export function FileTree({ files, selected, onSelect }: FileTreeProps) {
  const lines = useMemo(() => treeLines(files), [files]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(
      '[aria-pressed="true"]',
    );
    // The list alone, since the page is where the reader has left it.
    if (list.current && chosen) {
      list.current.scrollTop = chosen.offsetTop - list.current.offsetTop;
    }
  }, [lines]);
  const choose = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const paths = lines.filter(line => line.file).map(({ path }) => path);
    const next = paths[paths.indexOf(selected ?? '') + step];
    if (next === undefined) return;
    onSelect(next);
    list.current
      ?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next)}"]`)
      ?.focus();
  };
  return (
    <ul className={styles.tree} aria-label="Files" ref={list}>
      {lines.map(({ path, name, depth, file }) => (
        <li key={path} style={{ paddingLeft: `${depth}rem` }}>
          {file ? (
            <button
              type="button"
              className={styles.leaf}
              data-path={path}
              aria-pressed={path === selected}
              tabIndex={path === selected ? 0 : -1}
              onClick={() => onSelect(path)}
              onKeyDown={choose}
            >
              <span>{name}</span>{' '}
              <span className={styles.size}>{sizeInWords(file.bytes)}</span>
            </button>
          ) : (
            <span className={styles.folder}>{name}/</span>
          )}
        </li>
      ))}
    </ul>
  );
}

import {
  categories,
  Category,
  statuses,
  Status,
} from '@squadron/plugin-scorecards-common';
import { useSearchParam } from '@squadron/ui';
import { useMemo } from 'react';

const isCategory = (text: string): text is Category =>
  categories.some(each => each === text);
const isStatus = (text: string): text is Status =>
  statuses.some(each => each === text);

/** What of the overview is in sight, all of it in the address. */
export interface OverviewState {
  categories: Category[];
  setCategories: (categories: Category[]) => void;
  statuses: Status[];
  setStatuses: (statuses: Status[]) => void;
  /** Refs whose state differs from what opens by itself. */
  toggled: ReadonlySet<string>;
  toggle: (ref: string) => void;
  /** The category that is open to its KPIs. */
  column: string;
  setColumn: (category: string) => void;
}

/** `a,b` in the address; names never hold a comma. */
function useList(name: string): [string[], (values: string[]) => void] {
  const [text, setText] = useSearchParam(name);
  const values = useMemo(() => text.split(',').filter(Boolean), [text]);
  return [values, next => setText(next.join(','))];
}

export function useOverviewState(): OverviewState {
  const [categoryTexts, setCategories] = useList('category');
  const [statusTexts, setStatuses] = useList('status');
  const [toggledRefs, setToggled] = useList('toggled');
  const [column, setColumn] = useSearchParam('column');
  const toggled = useMemo(() => new Set(toggledRefs), [toggledRefs]);
  return {
    categories: useMemo(
      () => categoryTexts.filter(isCategory),
      [categoryTexts],
    ),
    setCategories,
    statuses: useMemo(() => statusTexts.filter(isStatus), [statusTexts]),
    setStatuses,
    toggled,
    toggle: ref =>
      setToggled(
        toggled.has(ref)
          ? toggledRefs.filter(each => each !== ref)
          : [...toggledRefs, ref],
      ),
    column,
    setColumn,
  };
}

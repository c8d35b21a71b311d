import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { draftsApiRef } from '../../api/draftsApi';
import { isWorthKeeping, keepable } from '../../lib/drafts';
import { useDraftId } from '../FormDraft';
import { templateOfAddress } from './templateOfAddress';

const quietMs = 1_000;

/** Keeps what a form holds as a draft, once nothing has been typed for a second and when the page is left. */
export function useKeptDraft(values: Record<string, unknown>): void {
  const drafts = useApi(draftsApiRef);
  const { pathname } = useLocation();
  const id = useDraftId();
  const template = templateOfAddress(pathname);
  const text = JSON.stringify(keepable(values));
  const save = useRef<() => void>();
  useEffect(() => {
    const held = JSON.parse(text);
    if (!id || !template || !isWorthKeeping(held)) return undefined;
    save.current = () => {
      save.current = undefined;
      const savedAt = new Date().toISOString();
      // What cannot be stored is no reason to disturb who fills in a form.
      drafts
        .keep({ id, template, values: held, savedAt })
        .catch(() => undefined);
    };
    const timer = setTimeout(() => save.current?.(), quietMs);
    return () => clearTimeout(timer);
  }, [drafts, id, template, text]);
  useEffect(() => () => save.current?.(), []);
}

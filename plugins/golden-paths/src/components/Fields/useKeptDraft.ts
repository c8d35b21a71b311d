import { useEffect } from 'react';
import { useDrafts } from '../../hooks/useDrafts';
import { isWorthKeeping } from '../../lib/drafts';

const quietMs = 1_000;

/** Keeps what a form holds as a draft, once nothing has been typed for a second. */
export function useKeptDraft(
  template: string | undefined,
  values: Record<string, unknown>,
): void {
  const { keep } = useDrafts();
  const text = JSON.stringify(values);
  useEffect(() => {
    const held = JSON.parse(text);
    if (!template || !isWorthKeeping(held)) return undefined;
    const timer = setTimeout(() => {
      const savedAt = new Date().toISOString();
      // What cannot be stored is no reason to disturb who fills in a form.
      keep({ template, values: held, savedAt }).catch(() => undefined);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [template, text, keep]);
}

import { useApi } from '@backstage/frontend-plugin-api';
import { LoadingState } from '@squadron/ui';
import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { draftsApiRef } from '../../api/draftsApi';

const DraftId = createContext<string | undefined>(undefined);

/** A form without its draft is better than none. */
const patienceMs = 3_000;

/** `late` when the storage did not answer in time. */
type Reading = 'reading' | 'read' | 'late';

/**
 * Whether the address holds what the draft that it names was left with: a form that is loaded again begins with that,
 * and must not write what it begins with over it.
 */
function useStoredValues(draft: string | null): Reading {
  const drafts = useApi(draftsApiRef);
  const [, setParams] = useSearchParams();
  const [state, setState] = useState<Reading>(draft ? 'reading' : 'read');
  useEffect(() => {
    if (state !== 'reading') return undefined;
    const timer = setTimeout(() => setState('late'), patienceMs);
    const unfollow = drafts.follow(all => {
      const stored = all.find(({ id }) => id === draft);
      if (stored) {
        setParams(
          before => {
            before.set('formData', JSON.stringify(stored.values));
            return before;
          },
          { replace: true },
        );
      }
      setState('read');
    });
    return () => {
      clearTimeout(timer);
      unfollow();
    };
  }, [draft, drafts, state, setParams]);
  return state;
}

function OneForm({ children }: { children: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const [named] = useState(() => params.get('draft'));
  // Two forms of one golden path are two drafts; what tells them apart is when they were opened.
  const [own] = useState(() => new Date().toISOString());
  const reading = useStoredValues(named);
  // What could not be read is not written over either.
  const id = (reading !== 'late' && named) || own;
  const isNamed = params.get('draft') === id;
  useEffect(() => {
    if (isNamed) return;
    setParams(
      before => {
        before.set('draft', id);
        return before;
      },
      { replace: true },
    );
  }, [isNamed, id, setParams]);
  if (reading === 'reading') {
    return <LoadingState label="Reading the draft" lines={8} />;
  }
  return <DraftId.Provider value={id}>{children}</DraftId.Provider>;
}

/** Around the form of a golden path: what its fields keep is one draft, which the address names. */
export function FormDraft({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <OneForm key={pathname}>{children}</OneForm>;
}

/** Which draft the fields of this form are; nothing where forms are not kept, such as in an editor. */
export function useDraftId(): string | undefined {
  return useContext(DraftId);
}

import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

const DraftId = createContext<string | undefined>(undefined);

function OneForm({ children }: { children: ReactNode }) {
  const [params, setParams] = useSearchParams();
  // Two forms of one golden path are two drafts; what tells them apart is when they were opened.
  const [id] = useState(() => params.get('draft') || new Date().toISOString());
  const isNamed = params.has('draft');
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

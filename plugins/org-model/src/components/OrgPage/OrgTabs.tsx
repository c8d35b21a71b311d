import { PageTab } from '@squadron/ui';
import { createContext, useContext } from 'react';

export const OrgTabsContext = createContext<PageTab[]>([]);

/** The views of the organization, each with its address and the current scope. */
export function useOrgTabs(): PageTab[] {
  return useContext(OrgTabsContext);
}

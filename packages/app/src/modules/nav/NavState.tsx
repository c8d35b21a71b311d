import { SidebarPinStateProvider } from '@backstage/core-components';
import { ReactNode, useMemo, useState } from 'react';

const STORAGE_KEY = 'squadron.nav';
const WIDE = '(min-width: 1000px)';

function initiallyOpen(): boolean {
  const stored = window.localStorage.getItem(STORAGE_KEY);
  return stored ? stored === 'open' : window.matchMedia(WIDE).matches;
}

/**
 * Whether the navigation shows its words or its icons only. It speaks through the context of the
 * stock sidebar, so that the switch on the settings page works as well.
 */
export const NavStateProvider = (props: { children: ReactNode }) => {
  const [isPinned, setPinned] = useState(initiallyOpen);
  const value = useMemo(
    () => ({
      isPinned,
      isMobile: false,
      toggleSidebarPinState: () => {
        window.localStorage.setItem(STORAGE_KEY, isPinned ? 'closed' : 'open');
        setPinned(!isPinned);
      },
    }),
    [isPinned],
  );
  return (
    <SidebarPinStateProvider value={value}>
      {props.children}
    </SidebarPinStateProvider>
  );
};

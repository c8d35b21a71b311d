import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RefObject, useEffect } from 'react';

/** The title of a page with a heading: `B-1 Compute Platform · Squadron`. */
export function pageTitle(heading: string | undefined, app: string): string {
  const text = heading?.replace(/\s+/g, ' ').trim();
  return text && text !== app ? `${text} · ${app}` : app;
}

/**
 * Names the browser's tab after the page's first heading. Pages come from many plugins and set
 * their titles in different ways or not at all, whereas every page has a heading.
 */
export function usePageTitle(content: RefObject<HTMLElement>): void {
  const app = useApi(configApiRef).getOptionalString('app.title') ?? 'Portal';

  useEffect(() => {
    const root = content.current;
    if (!root) {
      return undefined;
    }
    const update = () => {
      const heading = root.querySelector('h1')?.textContent ?? undefined;
      const title = pageTitle(heading, app);
      if (document.title !== title) {
        document.title = title;
      }
    };
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(update);
    });
    const watch = { childList: true, subtree: true, characterData: true };
    observer.observe(root, watch);
    observer.observe(document.head, watch);
    update();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [app, content]);
}

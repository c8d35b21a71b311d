import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RefObject, useEffect } from 'react';

/** The title of a page with a heading: `B-1 Compute Platform · Squadron`. */
export function pageTitle(
  heading: string | null | undefined,
  app: string,
): string {
  const text = heading?.replace(/\s+/g, ' ').trim();
  return text && text !== app ? `${text} · ${app}` : app;
}

/** The name of what the page shows: below a plugin's heading an entity page has one of its own. */
function headingOf(content: HTMLElement): string | null | undefined {
  const heading =
    content.querySelector('.bui-HeaderTitle') ?? content.querySelector('h1');
  return heading?.textContent;
}

function updateFrame(content: HTMLElement, app: string) {
  const title = pageTitle(headingOf(content), app);
  if (document.title !== title) {
    document.title = title;
  }
  if (content.querySelector('main')) {
    content.removeAttribute('role');
  } else {
    content.setAttribute('role', 'main');
  }
}

/**
 * Names the browser's tab after the page's heading, and makes the content the main landmark
 * where a page brings none. Pages come from many plugins, which do neither, or each its own way.
 */
export function usePageFrame(content: RefObject<HTMLElement>): void {
  const app = useApi(configApiRef).getOptionalString('app.title') ?? 'Portal';

  useEffect(() => {
    const root = content.current;
    if (!root) {
      return undefined;
    }
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => updateFrame(root, app));
    });
    const watch = { childList: true, subtree: true, characterData: true };
    observer.observe(root, watch);
    observer.observe(document.head, watch);
    updateFrame(root, app);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [app, content]);
}

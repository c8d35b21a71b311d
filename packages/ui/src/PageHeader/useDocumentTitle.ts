import { useEffect } from 'react';

/** Names the page in the browser's tab and history, in front of the portal's own name. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    const before = document.title;
    document.title = before ? `${title} · ${before}` : title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

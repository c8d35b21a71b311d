import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { errorText } from '@squadron/ui';
import { useCallback, useState } from 'react';

/** How long a toast about something that went well stays. */
const wellMs = 5_000;

/** What a person is told of a command. */
export interface CommandWords<T> {
  /** When it went well: `B-1's waiver is approved`. */
  done: (answer: T) => string;
  /** When it did not: `The waiver was not approved`; the server's reason follows. */
  failed: string;
}

/** Sends something that changes the portal, one at a time, and tells how it went; `undefined` when it failed. */
export function useCommand() {
  const toasts = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async <T>(
      work: () => Promise<T>,
      words: CommandWords<T>,
    ): Promise<{ answer: T } | undefined> => {
      setBusy(true);
      try {
        const answer = await work();
        toasts.post({ title: words.done(answer), timeout: wellMs });
        return { answer };
      } catch (error) {
        // Stays until it is read: it says what to do.
        toasts.post({
          title: words.failed,
          description: errorText(error),
          status: 'danger',
        });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [toasts],
  );
  return { busy, send };
}

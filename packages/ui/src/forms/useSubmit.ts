import { useCallback, useState } from 'react';
import { errorText } from '../States';

/** How a form fares that is being sent. */
export interface Submission {
  busy: boolean;
  /** Why it was not done the last time. */
  error?: string;
  /** Does what the form is for; what it rejects with is the error. */
  submit: (work: () => Promise<void>) => Promise<void>;
}

/** Sends a form, and keeps in the form why that failed. */
export function useSubmit(): Submission {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const submit = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      setError(errorText(cause));
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, error, submit };
}

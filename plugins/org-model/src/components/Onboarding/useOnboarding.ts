import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Onboarding,
  OnboardingItem,
} from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { errorText, Loaded, useLoad } from '@squadron/ui';
import { useCallback, useMemo, useRef, useState } from 'react';
import { withTicks } from './lib/onboardingView';

/** A change that the server did not take. */
export interface TickFault {
  itemId: string;
  text: string;
}

export interface OwnOnboarding extends Loaded<Onboarding> {
  fault?: TickFault;
  /** Shows the change at once and takes it back when the server refuses it. */
  setDone: (item: OnboardingItem, done: boolean) => void;
}

/** The signed-in person's checklist. */
export function useOnboarding(): OwnOnboarding {
  const api = useApi(orgModelApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.onboarding({}, { signal }),
    [api],
  );
  const loaded = useLoad(load);
  const [ticks, setTicks] = useState<ReadonlyMap<string, string | undefined>>(
    new Map(),
  );
  const [fault, setFault] = useState<TickFault>();
  // One after the other: a tick and its taking back must not overtake each other.
  const queue = useRef(Promise.resolve());

  const setDone = useCallback(
    ({ id, doneAt: before }: OnboardingItem, done: boolean) => {
      const show = (doneAt: string | undefined) =>
        setTicks(old => new Map(old).set(id, doneAt));
      const doneAt = done ? new Date().toISOString() : undefined;
      const params = { item: id };
      const send = async () => {
        try {
          await (done
            ? api.tickOnboardingItem({ params })
            : api.untickOnboardingItem({ params }));
          show(doneAt);
        } catch (error) {
          show(before);
          setFault({ itemId: id, text: errorText(error) });
        }
      };
      setFault(old => (old?.itemId === id ? undefined : old));
      show(doneAt);
      queue.current = queue.current.then(send);
    },
    [api],
  );

  const value = useMemo(
    () => loaded.value && withTicks(loaded.value, ticks),
    [loaded.value, ticks],
  );
  return { ...loaded, value, fault, setDone };
}

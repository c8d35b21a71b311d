import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';

const key = 'scope';

/** The scope that the person chose last, on any page. */
export function useRememberedScope() {
  const storage = useApi(storageApiRef);
  const bucket = storage.forBucket('org-model');
  const [scope, setScope] = useState(
    () => bucket.snapshot<string>(key).value || undefined,
  );
  useEffect(() => {
    const subscription = storage
      .forBucket('org-model')
      .observe$<string>(key)
      .subscribe(({ value }) => setScope(value || undefined));
    return () => subscription.unsubscribe();
  }, [storage]);
  const remember = useCallback(
    (value: string | undefined) => {
      setScope(value);
      const mine = storage.forBucket('org-model');
      void (value ? mine.set(key, value) : mine.remove(key));
    },
    [storage],
  );
  return [scope, remember] as const;
}

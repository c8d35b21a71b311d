import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';

const bucket = 'org-model';
const key = 'onboarding-hidden';

/** Whether the person has put their finished checklist away, on any device. */
export function useHidden(): [boolean, () => void] {
  const storage = useApi(storageApiRef);
  const [hidden, setHidden] = useState(
    () => storage.forBucket(bucket).snapshot<boolean>(key).value === true,
  );
  useEffect(() => {
    const subscription = storage
      .forBucket(bucket)
      .observe$<boolean>(key)
      .subscribe(({ value }) => setHidden(value === true));
    return () => subscription.unsubscribe();
  }, [storage]);
  const hide = useCallback(() => {
    setHidden(true);
    void storage.forBucket(bucket).set(key, true);
  }, [storage]);
  return [hidden, hide];
}

import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Whether somebody has signed in; what stands above the pages is there before that. */
export function useSignedIn(): boolean {
  const identity = useApi(identityApiRef);
  const [signedIn, setSignedIn] = useState(false);
  useEffect(() => {
    let mounted = true;
    identity.getBackstageIdentity().then(
      () => mounted && setSignedIn(true),
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, [identity]);
  return signedIn;
}

import { UserIdentity } from '@backstage/core-components';
import { IdentityApi, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button } from '@backstage/ui';
import { useCallback, useEffect, useState } from 'react';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInFrame } from './SignInFrame';

/** Signs in through the organization's provider; a session that still lives is taken up at once. */
export const OidcSignIn = ({ onSignInSuccess }: SignInPageProps) => {
  const authApi = useApi(oidcAuthApiRef);
  const [state, setState] = useState<'checking' | 'waiting' | Error>(
    'checking',
  );

  const signIn = useCallback(
    async (options: { optional?: boolean; instantPopup?: boolean }) => {
      const response = await authApi.getBackstageIdentity(options);
      if (!response) {
        setState('waiting');
        return;
      }
      const profile = await authApi.getProfile();
      const identity: IdentityApi = UserIdentity.create({
        identity: response.identity,
        profile,
        authApi,
      });
      onSignInSuccess(identity);
    },
    [authApi, onSignInSuccess],
  );

  useEffect(() => {
    signIn({ optional: true }).catch(() => setState('waiting'));
  }, [signIn]);

  return (
    <SignInFrame>
      {state === 'checking' ? (
        <p role="status">Looking for your session…</p>
      ) : (
        <>
          {state instanceof Error && (
            <Alert
              status="danger"
              title="Sign-in failed"
              description={state.message}
            />
          )}
          <Button
            variant="primary"
            onPress={() => signIn({ instantPopup: true }).catch(setState)}
          >
            Sign in
          </Button>
        </>
      )}
    </SignInFrame>
  );
};

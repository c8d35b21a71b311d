import { ResponseError } from '@backstage/errors';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, SearchField } from '@backstage/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DemoIdentity } from './DemoIdentity';
import { PersonaList } from './PersonaList';
import {
  currentPersona,
  forgetSession,
  lastPersona,
  rememberPersona,
} from './rememberedPersona';
import { SignInFrame } from './SignInFrame';
import { Suggestions } from './Suggestions';
import { usePersonas } from './usePersonas';
import styles from './SignIn.module.css';

const PAGE_SIZE = 20;

/** What the backend says, where it says something. */
function reasonOf(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}

/** Signs a reload in again without asking; otherwise waits for a choice. */
function useDemoSignIn(onSignInSuccess: SignInPageProps['onSignInSuccess']) {
  const discoveryApi = useApi(discoveryApiRef);
  const [pending, setPending] = useState(currentPersona);
  const [error, setError] = useState<Error>();
  const resumed = useRef(false);

  const choose = useCallback(
    async (persona: string) => {
      setPending(persona);
      setError(undefined);
      try {
        const identity = await DemoIdentity.signIn({
          persona,
          discoveryApi,
          onSignOut: forgetSession,
        });
        rememberPersona(persona);
        onSignInSuccess(identity);
      } catch (cause) {
        forgetSession();
        setPending(undefined);
        setError(cause as Error);
      }
    },
    [discoveryApi, onSignInSuccess],
  );

  useEffect(() => {
    if (pending && !resumed.current) {
      choose(pending);
    }
    resumed.current = true;
  }, [choose, pending]);

  return { choose, pending, error };
}

export const DemoSignIn = ({ onSignInSuccess }: SignInPageProps) => {
  const { choose, pending, error } = useDemoSignIn(onSignInSuccess);
  const [q, setQ] = useState('');
  const [limit, setLimit] = useState(PAGE_SIZE);
  const personas = usePersonas(q.trim(), limit);
  const last = lastPersona();

  if (pending) {
    return (
      <SignInFrame>
        <p role="status">Signing in as {pending}…</p>
      </SignInFrame>
    );
  }
  const problem = error ?? personas.error;
  return (
    <SignInFrame>
      <p className={styles.notice}>
        This portal runs for development: choose a person and you are signed in
        as them, without a password.
      </p>
      {problem && (
        <Alert
          status="danger"
          title={error ? 'Sign-in failed' : 'People cannot be listed'}
          description={reasonOf(problem)}
        />
      )}
      {personas.page && !q && (
        <Suggestions
          personas={personas.page.suggested}
          last={last}
          onChoose={choose}
        />
      )}
      <SearchField
        label="Everybody"
        placeholder="Name, role or squad"
        value={q}
        onChange={value => {
          setQ(value);
          setLimit(PAGE_SIZE);
        }}
      />
      <PersonaList
        page={personas.page}
        isGrowing={personas.isGrowing}
        isSearch={q.trim() !== ''}
        failed={Boolean(personas.error)}
        onChoose={choose}
        onMore={() => setLimit(current => Math.min(100, current + PAGE_SIZE))}
      />
    </SignInFrame>
  );
};

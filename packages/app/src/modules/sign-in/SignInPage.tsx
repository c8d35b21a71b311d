import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { DemoSignIn } from './DemoSignIn';
import { OidcSignIn } from './OidcSignIn';

/** Offers the demo's people in development and the organization's own sign-in otherwise. */
export const SignInPage = (props: SignInPageProps) => {
  const config = useApi(configApiRef);
  return config.has('auth.providers.demo') ? (
    <DemoSignIn {...props} />
  ) : (
    <OidcSignIn {...props} />
  );
};

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ReactNode, useEffect } from 'react';
import { LogoMark } from '../nav/LogoMark';
import styles from './SignIn.module.css';

/** The page around every way to sign in. */
export const SignInFrame = (props: { children: ReactNode }) => {
  const name = useApi(configApiRef).getOptionalString('app.title') ?? 'Portal';
  useEffect(() => {
    document.title = `Sign in · ${name}`;
  }, [name]);

  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <header className={styles.brand}>
          <LogoMark className={styles.mark} />
          <div>
            <h1 className={styles.title}>{name}</h1>
            <p className={styles.tagline}>
              Who does what, what runs where, and what needs you
            </p>
          </div>
        </header>
        {props.children}
      </div>
    </main>
  );
};

import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { GitCredential } from '@squadron/plugin-git-common';
import {
  ConfirmDialog,
  ErrorState,
  Loaded,
  LoadingState,
  RelativeTime,
} from '@squadron/ui';
import { useState } from 'react';
import { gitApiRef } from '../../api/gitApi';
import styles from './Clone.module.css';

/** The reader's credentials, each with when it was last used and the way to end it. */
export function CredentialList(props: {
  credentials: Loaded<{ items: GitCredential[] }>;
}) {
  const { value, error, retry } = props.credentials;
  const api = useApi(gitApiRef);
  const [ending, setEnding] = useState<GitCredential>();
  if (error && !value) return <ErrorState error={error} onRetry={retry} />;
  if (!value)
    return <LoadingState label="Reading your credentials" lines={2} />;
  if (value.items.length === 0) {
    return <p className={styles.quiet}>You have none yet.</p>;
  }
  return (
    <>
      <ul className={styles.list} aria-label="Your credentials">
        {value.items.map(credential => {
          const { id, label, createdAt, lastUsedAt } = credential;
          return (
            <li key={id} className={styles.row}>
              <span>
                <strong>{label}</strong>
                <span className={styles.quiet}>
                  made <RelativeTime at={createdAt} />,{' '}
                  {lastUsedAt ? (
                    <>
                      last used <RelativeTime at={lastUsedAt} />
                    </>
                  ) : (
                    'never used'
                  )}
                </span>
              </span>
              <Button
                size="small"
                variant="secondary"
                aria-label={`Revoke ${label}`}
                onPress={() => setEnding(credential)}
              >
                Revoke
              </Button>
            </li>
          );
        })}
      </ul>
      {ending && (
        <ConfirmDialog
          title={`Revoke ${ending.label}?`}
          confirmLabel="Revoke"
          isDestructive
          onConfirm={async () => {
            await api.revokeCredential({ params: { id: ending.id } });
            retry();
          }}
          onClose={() => setEnding(undefined)}
        >
          Every clone that uses it can no longer fetch, at once.
        </ConfirmDialog>
      )}
    </>
  );
}

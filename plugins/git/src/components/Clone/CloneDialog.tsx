import { useApi } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader, TextField } from '@backstage/ui';
import { CopyButton, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { gitApiRef } from '../../api/gitApi';
import styles from './Clone.module.css';
import { CredentialList } from './CredentialList';
import { NewCredential } from './NewCredential';

export interface CloneDialogProps {
  /** Of the repository. */
  name: string;
  cloneUrl: string;
  onClose: () => void;
}

/** How a repository is cloned, and the credentials that this takes. */
export function CloneDialog({ name, cloneUrl, onClose }: CloneDialogProps) {
  const api = useApi(gitApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listCredentials({}, { signal }),
    [api],
  );
  const credentials = useLoad(load);
  const command = `git clone ${cloneUrl}`;
  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Clone {name}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <TextField
            label="Command"
            description="git asks for a user name and for a password: those of a credential."
            isReadOnly
            className={styles.command}
            value={command}
          />
          <div className={styles.actions}>
            <CopyButton text={command}>Copy command</CopyButton>
          </div>
          <h3 className={styles.heading}>A new credential</h3>
          <NewCredential onMade={credentials.retry} />
          <h3 className={styles.heading}>Your credentials</h3>
          <CredentialList credentials={credentials} />
          <p className={styles.quiet}>
            A credential reads every repository of the portal and writes none.
          </p>
        </div>
      </DialogBody>
    </Dialog>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { CopyButton, useSubmit } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { GitApi, gitApiRef } from '../../api/gitApi';
import { cloneCommand } from '../../lib/cloning';
import styles from './Clone.module.css';

type MadeCredential = Awaited<ReturnType<GitApi['createCredential']>>;

function Made(props: {
  made: MadeCredential;
  cloneUrl: string;
  onAgain: () => void;
}) {
  const { made, cloneUrl, onAgain } = props;
  const command = cloneCommand(cloneUrl, made.token);
  return (
    <div className={styles.form}>
      <TextField
        label={`Command with the credential ${made.label}`}
        description="Copy it now: the token in it is shown only this once. It stays in the clone's settings, so that git pull needs nothing more."
        isReadOnly
        className={styles.command}
        value={command}
      />
      <div className={styles.actions}>
        <CopyButton text={command}>Copy command with it</CopyButton>
        <CopyButton text={made.token}>Copy token alone</CopyButton>
        <Button size="small" variant="tertiary" onPress={onAgain}>
          Make another
        </Button>
      </div>
    </div>
  );
}

/** Makes a credential and shows its token once, in a command that is ready to run. */
export function NewCredential(props: { cloneUrl: string; onMade: () => void }) {
  const { cloneUrl, onMade } = props;
  const api = useApi(gitApiRef);
  const [label, setLabel] = useState('');
  const [made, setMade] = useState<MadeCredential>();
  const { busy, error, submit } = useSubmit();
  if (made) {
    return (
      <Made
        made={made}
        cloneUrl={cloneUrl}
        onAgain={() => setMade(undefined)}
      />
    );
  }
  const make = (event: FormEvent) => {
    event.preventDefault();
    return submit(async () => {
      setMade(await api.createCredential({ body: { label } }));
      setLabel('');
      onMade();
    });
  };
  return (
    <form className={styles.form} onSubmit={make}>
      <TextField
        label="What the credential is for"
        description="Such as laptop: so that you know later which one to revoke."
        isRequired
        maxLength={80}
        value={label}
        onChange={setLabel}
      />
      {error && (
        <p role="alert" className={styles.text}>
          The credential was not made: {error}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" isDisabled={busy || !label.trim()}>
          {busy ? 'Making…' : 'Make a credential'}
        </Button>
      </div>
    </form>
  );
}

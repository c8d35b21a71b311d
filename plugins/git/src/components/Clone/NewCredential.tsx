import { useApi } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { CopyButton, useSubmit } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { GitApi, gitApiRef } from '../../api/gitApi';
import styles from './Clone.module.css';

type MadeCredential = Awaited<ReturnType<GitApi['createCredential']>>;

/** git asks for one; the token says who it is. */
const userName = 'squadron';

function Answer(props: { label: string; text: string; copy: string }) {
  const { label, text, copy } = props;
  return (
    <div className={styles.answer}>
      <TextField
        label={label}
        isReadOnly
        className={styles.command}
        value={text}
      />
      <CopyButton text={text}>{copy}</CopyButton>
    </div>
  );
}

function Made(props: { made: MadeCredential; onAgain: () => void }) {
  const { label, token } = props.made;
  return (
    <div className={styles.form}>
      <p className={styles.text}>
        This is what git asks for when you run the command. Copy the token now:
        it is shown only this once. A credential helper of git keeps it for the
        next time.
      </p>
      <Answer
        label={`User name for ${label}`}
        text={userName}
        copy="Copy user name"
      />
      <Answer
        label={`Password for ${label}, its token`}
        text={token}
        copy="Copy token"
      />
      <div className={styles.actions}>
        <Button size="small" variant="tertiary" onPress={props.onAgain}>
          Make another
        </Button>
      </div>
    </div>
  );
}

/** Makes a credential and shows its token once, apart from the command: what is typed stays in a shell's history. */
export function NewCredential({ onMade }: { onMade: () => void }) {
  const api = useApi(gitApiRef);
  const [label, setLabel] = useState('');
  const [made, setMade] = useState<MadeCredential>();
  const { busy, error, submit } = useSubmit();
  if (made) {
    return <Made made={made} onAgain={() => setMade(undefined)} />;
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

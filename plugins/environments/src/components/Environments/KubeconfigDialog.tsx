import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  Select,
  TextAreaField,
} from '@backstage/ui';
import type { Environment } from '@squadron/plugin-environments-common';
import { CopyButton, saveFile, useSubmit } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { EnvironmentsApi, environmentsApiRef } from '../../api/environmentsApi';
import { momentInWords } from '../../lib/moments';
import styles from './Environments.module.css';

const choices = [
  { id: '10', label: '10 minutes' },
  { id: '60', label: '1 hour' },
  { id: '240', label: '4 hours' },
  { id: '480', label: '8 hours' },
];

type Opened = Awaited<ReturnType<EnvironmentsApi['createKubeconfig']>>;

function Made({ namespace, made }: { namespace: string; made: Opened }) {
  const { kubeconfig, expiresAt } = made;
  const file = `${namespace}.kubeconfig.yaml`;
  return (
    <div className={styles.form}>
      <p className={styles.text} role="status">
        It opens {namespace} until {momentInWords(expiresAt)}. Copy or download
        it now: it is shown this once and kept nowhere.
      </p>
      <TextAreaField
        label="Kubeconfig"
        isReadOnly
        rows={10}
        className={styles.kubeconfig}
        value={kubeconfig}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          onPress={() => saveFile(file, 'application/yaml', kubeconfig)}
        >
          Download
        </Button>
        <CopyButton text={kubeconfig}>Copy</CopyButton>
      </div>
      <p className={styles.text}>
        Then <code>kubectl --kubeconfig {file} get pods</code>
      </p>
    </div>
  );
}

/** Makes a short-lived way into an environment, which is shown once. */
export function KubeconfigDialog(props: {
  environment: Pick<Environment, 'cluster' | 'namespace'>;
  onClose: () => void;
}) {
  const { environment, onClose } = props;
  const { cluster, namespace } = environment;
  const api = useApi(environmentsApiRef);
  const [minutes, setMinutes] = useState('60');
  const [made, setMade] = useState<Opened>();
  const { busy, error, submit } = useSubmit();
  const make = (event: FormEvent) => {
    event.preventDefault();
    const params = { cluster, namespace };
    const body = { minutes: Number(minutes) };
    return submit(async () =>
      setMade(await api.createKubeconfig({ params, body })),
    );
  };
  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Kubeconfig for {namespace}</DialogHeader>
      <DialogBody>
        {made ? (
          <Made namespace={namespace} made={made} />
        ) : (
          <form className={styles.form} onSubmit={make}>
            <p className={styles.text}>
              A file for <code>kubectl</code> that opens this namespace alone,
              for as long as you choose. That you made it is in the audit log.
            </p>
            <Select
              label="Good for"
              options={choices}
              selectedKey={minutes}
              onSelectionChange={key => setMinutes(String(key))}
            />
            {error && (
              <p role="alert" className={styles.text}>
                It was not made: {error}
              </p>
            )}
            <div className={styles.actions}>
              <Button type="submit" isDisabled={busy}>
                {busy ? 'Making…' : 'Make it'}
              </Button>
            </div>
          </form>
        )}
      </DialogBody>
    </Dialog>
  );
}

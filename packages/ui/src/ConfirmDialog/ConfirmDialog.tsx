import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { FormEvent, ReactNode, useState } from 'react';
import { errorText } from '../States';
import styles from './ConfirmDialog.module.css';

export interface ConfirmDialogProps {
  /** The question, such as "Revoke this waiver?". */
  title: string;
  /** What happens then, and what cannot be undone. */
  children: ReactNode;
  /** The verb on the button, such as "Revoke". */
  confirmLabel: string;
  /** Takes something away for good: the button is red. */
  isDestructive?: boolean;
  /** Asks why, in a field with this label. */
  reasonLabel?: string;
  /** The button waits for a reason. */
  isReasonRequired?: boolean;
  /** The button waits until this is typed, such as the name of what goes. */
  typed?: string;
  /** Does it; what it rejects with is shown, and the dialog stays open. */
  onConfirm: (reason: string) => Promise<void> | void;
  onClose: () => void;
}

/** Asks before something is destroyed or decided. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, isDestructive, reasonLabel, onClose } = props;
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const isReady =
    (!props.isReasonRequired || reason.trim() !== '') &&
    (props.typed === undefined || typed.trim() === props.typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm(reason.trim());
      onClose();
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      className={styles.dialog}
      onOpenChange={isOpen => {
        if (!isOpen && !busy) onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form className={styles.form} onSubmit={submit}>
          <div className={styles.text}>{props.children}</div>
          {reasonLabel && (
            <TextAreaField
              label={reasonLabel}
              isRequired={props.isReasonRequired}
              value={reason}
              onChange={setReason}
            />
          )}
          {props.typed !== undefined && (
            <TextField
              label={`Type ${props.typed} to confirm`}
              autoComplete="off"
              value={typed}
              onChange={setTyped}
            />
          )}
          {error && (
            <p role="alert" className={styles.problem}>
              It was not done: {error}
            </p>
          )}
          <div className={styles.actions}>
            <Button
              type="button"
              variant="secondary"
              isDisabled={busy}
              onPress={onClose}
            >
              Cancel
            </Button>
            <Button
              type="submit"
              destructive={isDestructive}
              isDisabled={busy || !isReady}
            >
              {confirmLabel}
            </Button>
          </div>
        </form>
      </DialogBody>
    </Dialog>
  );
}

import { Button, Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import { DateField } from '../DateField';
import styles from './TimeRange.module.css';
import { DayRange } from './timeRange';

interface RangeDialogProps {
  range: DayRange;
  onChoose: (range: DayRange) => void;
  onClose: () => void;
}

/** Asks for the first and the last day. */
export function RangeDialog({ range, onChoose, onClose }: RangeDialogProps) {
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const isReversed = from !== '' && to !== '' && from > to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReversed) return;
    onChoose({ from, to });
    onClose();
  };
  return (
    <Dialog
      isOpen
      className={styles.dialog}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Choose dates</DialogHeader>
      <DialogBody>
        <form className={styles.form} onSubmit={submit}>
          <DateField
            label="First day"
            value={from}
            onChange={setFrom}
            isRequired
          />
          <DateField label="Last day" value={to} onChange={setTo} isRequired />
          {isReversed && (
            <p role="alert" className={styles.problem}>
              The last day is before the first. Choose a later one.
            </p>
          )}
          <Button type="submit" isDisabled={isReversed || !from || !to}>
            Show these days
          </Button>
        </form>
      </DialogBody>
    </Dialog>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import { DateField, errorText } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { dayAfter } from '../../lib/days';
import { mostDays } from './lib/waiverView';
import styles from './Waivers.module.css';

const shortestReason = 10;

export interface RequestWaiverDialogProps {
  cell: Pick<RowCell, 'kpi' | 'title' | 'entity' | 'entityTitle'>;
  onRequested: () => void;
  onClose: () => void;
}

/** Asks that a KPI need not hold for a while. */
export function RequestWaiverDialog(props: RequestWaiverDialogProps) {
  const { cell, onRequested, onClose } = props;
  const api = useApi(scorecardsApiRef);
  const [now] = useState(() => new Date());
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => dayAfter(now, 30));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const request = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { kpi, entity } = cell;
      await api.requestWaiver({ body: { kpi, entity, reason, until } });
      onRequested();
    } catch (cause) {
      setError(errorText(cause));
      setBusy(false);
    }
  };
  const isTooShort = reason.trim().length < shortestReason;
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Request a waiver</DialogHeader>
      <DialogBody>
        <form className={styles.form} onSubmit={request}>
          <p className={styles.text}>
            <strong>{cell.title}</strong> of {cell.entityTitle} need not hold
            until the day that you name. The lead of the group above decides.
            The score stays as it is: a waiver is not a pass.
          </p>
          <TextAreaField
            label="Reason"
            description={`Why it cannot hold now, and what you do about it; at least ${shortestReason} characters.`}
            isRequired
            maxLength={2_000}
            value={reason}
            onChange={setReason}
          />
          <DateField
            label="Until"
            description={`The last day on which it holds, at most ${mostDays} days ahead.`}
            isRequired
            min={dayAfter(now, 0)}
            max={dayAfter(now, mostDays)}
            value={until}
            onChange={setUntil}
          />
          {error && (
            <p role="alert" className={styles.text}>
              The waiver was not requested: {error}
            </p>
          )}
          <Button type="submit" isDisabled={busy || isTooShort || !until}>
            {busy ? 'Requesting…' : 'Request'}
          </Button>
        </form>
      </DialogBody>
    </Dialog>
  );
}

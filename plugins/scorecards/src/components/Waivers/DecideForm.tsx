import { useApi } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import { useCommand } from '@squadron/plugin-org-model-react';
import type { Waiver } from '@squadron/plugin-scorecards-common';
import { useState } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import styles from './Waivers.module.css';

const shortestReason = 10;

export interface DecideFormProps {
  waiver: Waiver;
  /** Ref of the reader. */
  me?: string;
  /** The reader leads the group that asked, and may give the waiver up. */
  leads: boolean;
  onDecided: () => void;
}

/** The word on a waiver: approve, deny, revoke. Refusing needs a reason; approving may have one. */
export function DecideForm({ waiver, me, leads, onDecided }: DecideFormProps) {
  const api = useApi(scorecardsApiRef);
  const { busy, send } = useCommand();
  const [reason, setReason] = useState('');
  const { id, version, state, kpiTitle, mine } = waiver;
  const params = { id };
  const text = reason.trim();
  const hasReason = text.length >= shortestReason;
  const decide = async (work: () => Promise<Waiver>, words: string) => {
    const sent = await send(work, {
      done: () => `The waiver for ${kpiTitle} is ${words}`,
      failed: `The waiver for ${kpiTitle} is not ${words}`,
    });
    if (sent) onDecided();
  };
  const approve = () =>
    decide(
      () =>
        api.approveWaiver({
          params,
          body: { version, ...(text && { reason: text }) },
        }),
      'approved',
    );
  const deny = () =>
    decide(
      () => api.denyWaiver({ params, body: { version, reason: text } }),
      'denied',
    );
  const revoke = () =>
    decide(
      () => api.revokeWaiver({ params, body: { version, reason: text } }),
      'revoked',
    );
  const decidable = state === 'requested' && mine;
  const isOwn = me !== undefined && me === waiver.requestedBy.ref;
  const isApprover = waiver.approvers.some(({ ref }) => ref === me);
  const revocable =
    (state === 'approved' && (isApprover || leads)) ||
    (isOwn && state === 'requested');
  if (!decidable && !revocable) return null;
  return (
    <div className={styles.form}>
      <TextAreaField
        label="Your reason"
        description={
          decidable
            ? 'To deny needs one of at least 10 characters.'
            : 'Of at least 10 characters; it stays in the record.'
        }
        maxLength={2_000}
        value={reason}
        onChange={setReason}
      />
      <div className={styles.actions}>
        {decidable && (
          <>
            <Button isDisabled={busy} onPress={approve}>
              Approve
            </Button>
            <Button
              variant="secondary"
              isDisabled={busy || !hasReason}
              onPress={deny}
            >
              Deny
            </Button>
          </>
        )}
        {revocable && (
          <Button
            variant="secondary"
            isDisabled={busy || !hasReason}
            onPress={revoke}
          >
            {isOwn && state === 'requested' ? 'Take it back' : 'Revoke'}
          </Button>
        )}
      </div>
    </div>
  );
}

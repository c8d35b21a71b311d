import type { Waiver } from '@squadron/plugin-scorecards-common';
import { PersonLink } from '@squadron/plugin-org-model-react';
import { RelativeTime } from '@squadron/ui';
import { ReactNode } from 'react';
import styles from './Waivers.module.css';

interface StepProps {
  who: Waiver['requestedBy'];
  did: string;
  at: string;
  children?: ReactNode;
}

function Step({ who, did, at, children }: StepProps) {
  return (
    <li>
      <PersonLink entityRef={who.ref}>{who.title}</PersonLink> {did}{' '}
      <span className={styles.quiet}>
        <RelativeTime at={at} />
      </span>
      {children && <p className={styles.text}>{children}</p>}
    </li>
  );
}

/** Who asked, who decided and who ended a waiver, in the order in which it happened. */
export function WaiverStory({ waiver }: { waiver: Waiver }) {
  const { decidedBy, decidedAt, revokedBy, revokedAt, state } = waiver;
  const denied = state === 'denied';
  return (
    <ol className={styles.story}>
      <Step who={waiver.requestedBy} did="asked" at={waiver.requestedAt}>
        {waiver.reason}
      </Step>
      {decidedBy && decidedAt && (
        <Step
          who={decidedBy}
          did={denied ? 'denied it' : 'approved it'}
          at={decidedAt}
        >
          {waiver.decisionReason}
        </Step>
      )}
      {revokedBy && revokedAt && (
        <Step
          who={revokedBy}
          did={decidedBy ? 'revoked it' : 'took it back'}
          at={revokedAt}
        >
          {waiver.revocationReason}
        </Step>
      )}
      {state === 'expired' && <li>It ended on {waiver.until}.</li>}
      {state === 'requested' && (
        <li>
          It waits for{' '}
          {waiver.approvers.map(({ ref, title }, index) => (
            <span key={ref}>
              {index > 0 && ', or '}
              <PersonLink entityRef={ref}>{title}</PersonLink>
            </span>
          ))}
          .
        </li>
      )}
    </ol>
  );
}

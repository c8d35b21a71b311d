import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RelativeTime, errorText } from '@squadron/ui';
import { useState } from 'react';
import { draftsApiRef } from '../../api/draftsApi';
import { useDrafts } from '../../hooks/useDrafts';
import { type Draft, subjectOf } from '../../lib/drafts';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import styles from './Gallery.module.css';

const nameOf = ({ values }: Draft) =>
  subjectOf(values)?.replace(/^component:default\//, '') ?? 'without a name';

/** Forms that the reader has begun, to go on with or to discard. */
export function DraftList({ paths }: { paths: GoldenPath[] }) {
  const store = useApi(draftsApiRef);
  const toasts = useApi(toastApiRef);
  const drafts = useDrafts();
  const [discarded, setDiscarded] = useState<Draft>();
  const pathOf = new Map(paths.map(path => [path.ref, path]));
  const shown = drafts.flatMap(draft => {
    const path = pathOf.get(draft.template);
    return path ? [{ draft, path }] : [];
  });
  if (shown.length === 0 && !discarded) return null;
  const run = (work: Promise<void>) =>
    work.catch(error =>
      toasts.post({
        title: 'The draft could not be changed',
        description: errorText(error),
        status: 'danger',
      }),
    );
  return (
    <section aria-label="Your drafts">
      <h2 className={styles.group}>Your drafts</h2>
      <ul className={styles.drafts}>
        {shown.map(({ draft, path }) => (
          <li key={draft.id} className={styles.draft}>
            <span>
              {path.title}: <strong>{nameOf(draft)}</strong>{' '}
              <span className={styles.quiet}>
                <RelativeTime at={draft.savedAt} />
              </span>
            </span>
            <span className={styles.actions}>
              <ButtonLink
                size="small"
                variant="secondary"
                href={formPath(path, draft.values, draft.id)}
                aria-label={`Go on with ${nameOf(draft)}`}
              >
                Go on
              </ButtonLink>
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Discard ${nameOf(draft)}`}
                onPress={() => {
                  setDiscarded(draft);
                  run(store.discard(draft.id));
                }}
              >
                Discard
              </Button>
            </span>
          </li>
        ))}
        {discarded && (
          <li className={styles.draft} role="status">
            <span className={styles.quiet}>
              The draft {nameOf(discarded)} is discarded
            </span>
            <Button
              size="small"
              variant="secondary"
              onPress={() => {
                run(store.keep(discarded));
                setDiscarded(undefined);
              }}
            >
              Undo
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

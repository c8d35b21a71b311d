import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Feed } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { ErrorState, errorText, Loaded, LoadingState } from '@squadron/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import styles from './Rhythm.module.css';

function ago(text: string | undefined): string {
  if (!text) return 'never used';
  return `last used ${DateTime.fromISO(text).setLocale('en').toRelative() ?? text}`;
}

/** The question takes the place of the button that was pressed, and its focus. */
function focusIt(button: HTMLButtonElement | null) {
  button?.focus();
}

function FeedRow({ feed, onRevoked }: { feed: Feed; onRevoked: () => void }) {
  const api = useApi(orgModelApiRef);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string>();
  const revoke = async () => {
    try {
      await api.revokeFeed({ params: { id: feed.id } });
      onRevoked();
    } catch (cause) {
      setError(errorText(cause));
    }
  };
  return (
    <li className={styles.feed}>
      <div>
        <strong>{feed.label}</strong>
        <div className={styles.quiet}>
          {feed.groupTitle}; made{' '}
          {DateTime.fromISO(feed.createdAt).setLocale('en').toRelative()};{' '}
          {ago(feed.lastUsedAt)}
        </div>
        {error && <div role="alert">It was not revoked: {error}</div>}
      </div>
      {asking ? (
        <div className={styles.inline} role="group" aria-label="Are you sure?">
          <span>Calendars that use it stop at once.</span>
          <Button size="small" destructive onPress={revoke}>
            Revoke it
          </Button>
          <Button
            size="small"
            variant="secondary"
            ref={focusIt}
            onPress={() => setAsking(false)}
          >
            Keep it
          </Button>
        </div>
      ) : (
        <Button
          size="small"
          variant="secondary"
          aria-label={`Revoke ${feed.label}`}
          onPress={() => setAsking(true)}
        >
          Revoke
        </Button>
      )}
    </li>
  );
}

/** The person's feeds with their last use, each of which can be revoked. */
export function FeedList(props: {
  feeds: Loaded<Feed[]>;
  onRevoked: (id: string) => void;
}) {
  const { value, error, retry } = props.feeds;
  return (
    <section>
      <h3 className={styles.subhead}>Your feeds</h3>
      {error && (
        <ErrorState
          title="Your feeds could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading your feeds" lines={2} />
      )}
      {value?.length === 0 && (
        <p className={styles.quiet}>You have none yet.</p>
      )}
      {value && value.length > 0 && (
        <ul className={styles.feeds}>
          {value.map(feed => (
            <FeedRow
              key={feed.id}
              feed={feed}
              onRevoked={() => props.onRevoked(feed.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

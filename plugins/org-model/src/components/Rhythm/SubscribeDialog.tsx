import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { Feed } from '@squadron/plugin-org-model-common';
import {
  orgModelApiRef,
  useOrgTree,
  useScope,
} from '@squadron/plugin-org-model-react';
import { errorText } from '@squadron/ui';
import { FormEvent, useState } from 'react';
import { FeedAddress } from './FeedAddress';
import { FeedList } from './FeedList';
import styles from './Rhythm.module.css';
import { useFeeds } from './useFeeds';

type NewFeedAnswer = Pick<Feed, 'id'> & { url: string };

interface NewFeedProps {
  group: string;
  groupTitle: string;
  onCreated: (feed: NewFeedAnswer) => void;
}

function NewFeed({ group, groupTitle, onCreated }: NewFeedProps) {
  const api = useApi(orgModelApiRef);
  const [label, setLabel] = useState(`Rhythm of ${groupTitle}`.slice(0, 80));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      onCreated(await api.createFeed({ body: { group, label } }));
    } catch (cause) {
      setError(errorText(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={create}>
      <p className={styles.text}>
        A feed keeps your own calendar up to date with the cadences of{' '}
        <strong>{groupTitle}</strong> and everything below it. Whoever knows its
        address can read it; revoke it when it got into the wrong hands.
      </p>
      <TextField
        label="Name of the feed"
        description="So that you know later where you use it."
        isRequired
        maxLength={80}
        value={label}
        onChange={setLabel}
      />
      {error && (
        <p role="alert" className={styles.text}>
          The feed was not made: {error}
        </p>
      )}
      <Button type="submit" isDisabled={busy || !label.trim()}>
        {busy ? 'Making the feed…' : 'Make the feed'}
      </Button>
    </form>
  );
}

/** Makes a calendar feed of the scope, shows its address once, and lists the person's feeds. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const scope = useScope();
  const { value: tree } = useOrgTree();
  const feeds = useFeeds();
  const [made, setMade] = useState<NewFeedAnswer>();
  const group = (scope.ref && tree?.byRef.get(scope.ref)) ?? tree?.roots[0];
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <DialogHeader>Subscribe to the rhythm</DialogHeader>
      <DialogBody>
        {made && (
          <>
            <FeedAddress url={made.url} />
            <div>
              <Button
                size="small"
                variant="secondary"
                onPress={() => setMade(undefined)}
              >
                Make another feed
              </Button>
            </div>
          </>
        )}
        {!made && group && (
          <NewFeed
            key={group.ref}
            group={group.ref}
            groupTitle={group.title}
            onCreated={feed => {
              setMade(feed);
              feeds.retry();
            }}
          />
        )}
        <FeedList
          feeds={feeds}
          onRevoked={id => {
            // An address that is dead is not offered for copying.
            if (id === made?.id) setMade(undefined);
            feeds.retry();
          }}
        />
      </DialogBody>
    </Dialog>
  );
}

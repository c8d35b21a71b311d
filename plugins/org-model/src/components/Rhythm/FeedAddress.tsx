import { Button, TextField } from '@backstage/ui';
import { useState } from 'react';
import styles from './Rhythm.module.css';

const ways = [
  ['Google Calendar', 'Other calendars, From URL, paste the address.'],
  ['Outlook', 'Add calendar, Subscribe from web, paste the address.'],
  ['Apple Calendar', 'File, New Calendar Subscription, paste the address.'],
];

/** The address of a new feed, which is shown this once, and where to paste it. */
export function FeedAddress({ url }: { url: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setSaid('Copied.');
    } catch {
      setSaid('The browser did not allow it: select the address and copy it.');
    }
  };
  return (
    <section className={styles.form}>
      <TextField
        label="Address of the feed"
        description="Copy it now: it is shown only this once."
        isReadOnly
        value={url}
        onFocus={({ target }) => {
          if (target instanceof HTMLInputElement) target.select();
        }}
      />
      <div className={styles.inline}>
        <Button size="small" onPress={copy}>
          Copy address
        </Button>
        <span role="status">{said}</span>
      </div>
      <dl className={styles.facts}>
        {ways.map(([name, way]) => (
          <div key={name} className={styles.way}>
            <dt>{name}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

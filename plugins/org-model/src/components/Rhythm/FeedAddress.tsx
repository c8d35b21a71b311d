import { TextField } from '@backstage/ui';
import { CopyButton } from '@squadron/ui';
import styles from './Rhythm.module.css';

const ways = [
  ['Google Calendar', 'Other calendars, From URL, paste the address.'],
  ['Outlook', 'Add calendar, Subscribe from web, paste the address.'],
  ['Apple Calendar', 'File, New Calendar Subscription, paste the address.'],
];

/** The address of a new feed, which is shown this once, and where to paste it. */
export function FeedAddress({ url }: { url: string }) {
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
      <CopyButton text={url}>Copy address</CopyButton>
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

import styles from './Repository.module.css';

/** A text with numbered lines; the numbers are not part of what is selected and copied. */
export function FileText({ label, text }: { label: string; text: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <pre className={styles.code} aria-label={label}>
      <code>
        {lines.map((line, index) => (
          <span key={index} className={styles.line}>
            {line || '\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}

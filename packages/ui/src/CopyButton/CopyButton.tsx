import { Button } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import styles from './CopyButton.module.css';

export interface CopyButtonProps {
  /** What is copied. */
  text: string;
  /** The verb on the button, such as "Copy address". */
  children: ReactNode;
}

/** Puts a text on the clipboard, and says whether the browser allowed it. */
export function CopyButton({ text, children }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('The browser did not allow it: select the text and copy it.');
    }
  };
  return (
    <span className={styles.copy}>
      <Button size="small" variant="secondary" onPress={copy}>
        {children}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}

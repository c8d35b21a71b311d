import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import styles from './Navigation.module.css';

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)!] : words;
  return ends.map(word => word[0].toUpperCase()).join('');
}

export const PersonAvatar = () => {
  const identity = useApi(identityApiRef);
  const [name, setName] = useState('');
  useEffect(() => {
    let mounted = true;
    identity
      .getProfileInfo()
      .then(profile => mounted && setName(profile.displayName ?? ''))
      .catch(() => undefined);
    return () => {
      mounted = false;
    };
  }, [identity]);
  return <span className={styles.avatar}>{initialsOf(name)}</span>;
};

import { Fragment } from 'react';
import { excerptOf, Highlight } from './excerptOf';
import styles from './SearchPage.module.css';

interface ExcerptProps {
  text: string;
  highlight?: Highlight;
}

/** Some of a result's text, with what was asked marked. */
export const Excerpt = ({ text, highlight }: ExcerptProps) => (
  <p className={styles.text}>
    {excerptOf(text, highlight).map((passage, position) =>
      passage.marked ? (
        <mark key={position}>{passage.text}</mark>
      ) : (
        <Fragment key={position}>{passage.text}</Fragment>
      ),
    )}
  </p>
);

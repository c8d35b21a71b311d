import DocumentIcon from '@material-ui/icons/DescriptionOutlined';
import { Link } from 'react-router-dom';
import { Excerpt } from './Excerpt';
import { Highlight } from './excerptOf';
import styles from './SearchPage.module.css';

export interface DocsHit {
  title: string;
  text: string;
  location: string;
  /** The name of the entity that the site is of. */
  name?: string;
  entityTitle?: string;
}

interface DocsResultProps {
  hit: DocsHit;
  highlight?: Highlight;
}

/** A section of a document that was found: its heading, why it was found and whose site it stands in. */
export const DocsResult = ({ hit, highlight }: DocsResultProps) => {
  const site = hit.entityTitle || hit.name;
  return (
    <li className={styles.hit}>
      <span aria-hidden="true" className={styles.icon}>
        <DocumentIcon fontSize="small" />
      </span>
      <div className={styles.words}>
        <Link to={hit.location} className={styles.name}>
          {hit.title || site}
        </Link>
        {hit.text && <Excerpt text={hit.text} highlight={highlight} />}
        <p className={styles.facts}>
          {site ? `Document · in ${site}` : 'Document'}
        </p>
      </div>
    </li>
  );
};

import { ButtonLink, Link } from '@backstage/ui';
import type { TemplateFigures } from '@squadron/plugin-golden-paths-common';
import {
  GroupLink,
  groupName,
  useOrgTree,
} from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { figuresText } from '../../lib/figures';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import styles from './Gallery.module.css';

function Figures(props: { figures?: TemplateFigures; days?: number }) {
  const { figures, days } = props;
  // As long as nobody knows, nothing is said.
  if (days === undefined) return <p className={styles.figures} />;
  const text = figuresText(figures, days);
  return (
    <p className={styles.figures}>
      {text ?? (
        <StatusMark status="no-data">
          Not taken in the last {days} days
        </StatusMark>
      )}
    </p>
  );
}

/** A golden path, what comes of it and how it does. */
export function PathCard(props: {
  path: GoldenPath;
  figures?: TemplateFigures;
  days?: number;
}) {
  const { path, figures, days } = props;
  const { value: tree } = useOrgTree();
  const { owner, tags, version } = path;
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>
        <Link href={formPath(path)}>{path.title}</Link>
        {version && <span className={styles.version}>{version}</span>}
      </h3>
      <p className={styles.text}>{path.description}</p>
      <Figures figures={figures} days={days} />
      <div className={styles.foot}>
        <span className={styles.owner}>
          <GroupLink entityRef={owner}>
            {tree?.byRef.get(owner)?.title ?? groupName(owner)}
          </GroupLink>
          {tags.map(tag => (
            <span key={tag} className={styles.tag}>
              {tag}
            </span>
          ))}
        </span>
        <ButtonLink
          href={formPath(path)}
          size="small"
          variant="secondary"
          aria-label={`Choose ${path.title}`}
        >
          Choose
        </ButtonLink>
      </div>
    </li>
  );
}

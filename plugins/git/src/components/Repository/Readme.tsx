import { SectionCard } from '@squadron/ui';
import { Suspense, lazy } from 'react';
import { useFile } from '../../hooks/useFile';
import { RepositoryPlace, within } from '../../lib/paths';
import styles from './Repository.module.css';

const Markdown = lazy(() => import('./Markdown'));

/** What a folder says of itself; nothing while that is not known. */
export function Readme(props: { folder: RepositoryPlace; file: string }) {
  const { folder, file } = props;
  const { value } = useFile({ ...folder, path: within(folder.path, file) });
  const text = value?.text?.trim();
  if (!text) return null;
  const asWritten = <div className={styles.readme}>{text}</div>;
  return (
    <SectionCard title={file}>
      {/\.md$/i.test(file) ? (
        <Suspense fallback={asWritten}>
          <Markdown folder={folder} text={text} />
        </Suspense>
      ) : (
        asWritten
      )}
    </SectionCard>
  );
}

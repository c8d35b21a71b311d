import { SectionCard } from '@squadron/ui';
import { useFile } from '../../hooks/useFile';
import { RepositoryPlace, within } from '../../lib/paths';
import styles from './Repository.module.css';

/** What a folder says of itself; nothing while that is not known. */
export function Readme(props: { folder: RepositoryPlace; file: string }) {
  const { folder, file } = props;
  const { value } = useFile({ ...folder, path: within(folder.path, file) });
  if (!value?.text) return null;
  return (
    <SectionCard title={file}>
      <div className={styles.readme}>{value.text.trim()}</div>
    </SectionCard>
  );
}

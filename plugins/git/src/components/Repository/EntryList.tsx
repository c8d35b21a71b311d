import DescriptionIcon from '@material-ui/icons/DescriptionOutlined';
import FolderIcon from '@material-ui/icons/FolderOpen';
import LinkIcon from '@material-ui/icons/Link';
import type { TreeEntry } from '@squadron/plugin-git-common';
import { sizeInWords } from '@squadron/ui';
import { Link } from 'react-router-dom';
import { RepositoryPlace, pathTo, within } from '../../lib/paths';
import styles from './Repository.module.css';

const icons = {
  folder: FolderIcon,
  file: DescriptionIcon,
  link: LinkIcon,
  submodule: LinkIcon,
};

/** What an entry is beside a file, so that its icon does not say it alone. */
const kindWords: Readonly<Record<TreeEntry['kind'], string | undefined>> = {
  folder: 'folder',
  file: undefined,
  link: 'link',
  submodule: 'another repository',
};

function Entry(props: { folder: RepositoryPlace; entry: TreeEntry }) {
  const { folder, entry } = props;
  const { name, kind, size } = entry;
  const Icon = icons[kind];
  const place = { ...folder, path: within(folder.path, name) };
  return (
    <li className={styles.entry}>
      <Icon fontSize="inherit" aria-hidden="true" />
      {kind === 'submodule' ? (
        <span>{name}</span>
      ) : (
        <Link to={pathTo(kind === 'folder' ? 'tree' : 'blob', place)}>
          {name}
        </Link>
      )}
      <span className={styles.size}>
        {kindWords[kind] ?? (size !== undefined && sizeInWords(size))}
      </span>
    </li>
  );
}

/** What lies in a folder. */
export function EntryList(props: {
  place: RepositoryPlace;
  entries: readonly TreeEntry[];
}) {
  const { place, entries } = props;
  return (
    <ul className={styles.entries} aria-label="Files">
      {entries.map(entry => (
        <Entry key={entry.name} folder={place} entry={entry} />
      ))}
    </ul>
  );
}

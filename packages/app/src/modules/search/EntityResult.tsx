import { EntityRefLink } from '@backstage/plugin-catalog-react';
import OtherIcon from '@material-ui/icons/CategoryOutlined';
import ApiIcon from '@material-ui/icons/ExtensionOutlined';
import GroupIcon from '@material-ui/icons/GroupOutlined';
import ComponentIcon from '@material-ui/icons/MemoryOutlined';
import PersonIcon from '@material-ui/icons/PersonOutlined';
import ResourceIcon from '@material-ui/icons/StorageOutlined';
import SystemIcon from '@material-ui/icons/WidgetsOutlined';
import { Link } from 'react-router-dom';
import { Excerpt } from './Excerpt';
import { Highlight } from './excerptOf';
import styles from './SearchPage.module.css';

export interface EntityHit {
  title: string;
  text: string;
  location: string;
  kind?: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
}

const icons: Record<string, typeof OtherIcon> = {
  api: ApiIcon,
  component: ComponentIcon,
  group: GroupIcon,
  resource: ResourceIcon,
  system: SystemIcon,
  user: PersonIcon,
};

interface EntityResultProps {
  hit: EntityHit;
  highlight?: Highlight;
}

/** Something of the catalog that was found: its name, what it is and whose it is. */
export const EntityResult = ({ hit, highlight }: EntityResultProps) => {
  const Icon = icons[hit.kind?.toLowerCase() ?? ''] ?? OtherIcon;
  const kind = hit.kind === 'User' ? 'Person' : hit.kind;
  const facts = [kind, hit.type, hit.lifecycle].filter(
    fact => fact && fact !== 'other',
  );
  return (
    <li className={styles.hit}>
      <span aria-hidden="true" className={styles.icon}>
        <Icon fontSize="small" />
      </span>
      <div className={styles.words}>
        <Link to={hit.location} className={styles.name}>
          {hit.title}
        </Link>
        {hit.text && hit.text !== hit.title && (
          <Excerpt text={hit.text} highlight={highlight} />
        )}
        <p className={styles.facts}>
          {facts.join(' · ')}
          {hit.owner && (
            <>
              {facts.length > 0 && ' · '}owned by{' '}
              <EntityRefLink
                entityRef={hit.owner}
                defaultKind="group"
                disableTooltip
                hideIcon
              />
            </>
          )}
        </p>
      </div>
    </li>
  );
};

import type { Entity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import { goldenPathsProjectUpdatePermission } from '@squadron/plugin-golden-paths-common';
import { groupName } from '@squadron/plugin-org-model-react';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import { ownerOf } from '../../lib/project';
import styles from './EntityGoldenPath.module.css';

/** In this order, what takes something away last. */
const names = [
  'environment-extend',
  'environment-branch',
  'template-upgrade',
  'environment-delete',
  'decommission',
];

/** What can be done with a component next, each with its form filled in. */
export function DayTwo(props: {
  entity: Entity;
  component: string;
  paths: GoldenPath[];
}) {
  const { entity, component, paths } = props;
  const owner = ownerOf(entity);
  const { allowed, loading } = usePermission({
    permission: goldenPathsProjectUpdatePermission,
    resourceRef: owner,
  });
  const shown = names.flatMap(
    name => paths.find(path => path.name === name) ?? [],
  );
  if (loading || shown.length === 0) return null;
  if (!allowed) {
    return (
      <p className={styles.quiet}>
        Only {owner ? groupName(owner) : 'its owner'} and who leads it may
        change it.
      </p>
    );
  }
  return (
    <ul className={styles.actions} aria-label="Day two">
      {shown.map(path => (
        <li key={path.name}>
          <ButtonLink
            size="small"
            variant="secondary"
            href={formPath(path, { component })}
          >
            {path.title}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

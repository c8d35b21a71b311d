import { ButtonLink } from '@backstage/ui';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import styles from './EntityGoldenPath.module.css';
import type { MayChange, Need } from './useMayChange';

/** In this order, what takes something away last. */
const actions: { name: string; needs: Need }[] = [
  { name: 'environment-extend', needs: 'extendEnvironment' },
  { name: 'environment-branch', needs: 'createEnvironment' },
  { name: 'template-upgrade', needs: 'update' },
  { name: 'environment-delete', needs: 'deleteEnvironment' },
  { name: 'decommission', needs: 'delete' },
];

/** What can be done with a component next, each with its form filled in. */
export function DayTwo(props: {
  may: MayChange;
  component: string;
  paths: GoldenPath[];
}) {
  const { may, component, paths } = props;
  const shown = actions.flatMap(({ name, needs }) => {
    const path = paths.find(each => each.name === name);
    return path ? [{ path, needs }] : [];
  });
  if (shown.length === 0) return null;
  if (shown.some(({ needs }) => may[needs] === undefined)) return null;
  return (
    <>
      <ul className={styles.actions} aria-label="Day two">
        {shown.map(({ path, needs }) => (
          <li key={path.name}>
            <ButtonLink
              size="small"
              variant="secondary"
              className={needs === 'delete' ? styles.destructive : undefined}
              isDisabled={!may[needs]}
              href={formPath(path, { component })}
            >
              {path.title}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {shown.some(({ needs }) => !may[needs]) && (
        <p className={styles.reason}>{may.who}</p>
      )}
    </>
  );
}

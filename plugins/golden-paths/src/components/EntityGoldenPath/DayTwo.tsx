import { ButtonLink } from '@backstage/ui';
import { useId } from 'react';
import { type GoldenPath, formPath } from '../../lib/goldenPaths';
import type { Origin } from '../../lib/project';
import styles from './EntityGoldenPath.module.css';
import { useHindrances } from './useHindrances';
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
  origin: Origin;
  paths: GoldenPath[];
}) {
  const { may, component, origin, paths } = props;
  const id = useId();
  const hindrances = useHindrances(component, origin, paths);
  const shown = actions.flatMap(({ name, needs }) => {
    const path = paths.find(each => each.name === name);
    if (!path) return [];
    return [{ path, needs, reason: may[needs] ? hindrances[needs] : may.who }];
  });
  if (shown.length === 0) return null;
  if (shown.some(({ needs }) => may[needs] === undefined)) return null;
  const reasons = [...new Set(shown.flatMap(({ reason }) => reason ?? []))];
  const idOf = (reason: string) => `${id}-${reasons.indexOf(reason)}`;
  return (
    <>
      <ul className={styles.actions} aria-label="Day two">
        {shown.map(({ path, needs, reason }) => (
          <li key={path.name}>
            <ButtonLink
              size="small"
              variant="secondary"
              className={needs === 'delete' ? styles.destructive : undefined}
              isDisabled={reason !== undefined}
              aria-describedby={reason && idOf(reason)}
              href={formPath(path, { component })}
            >
              {path.title}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {reasons.map(reason => (
        <p key={reason} id={idOf(reason)} className={styles.reason}>
          {reason}
        </p>
      ))}
    </>
  );
}

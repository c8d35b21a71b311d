import { useEntity } from '@backstage/plugin-catalog-react';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { SectionCard } from '@squadron/ui';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import { childrenTitle, LifecycleMark } from '../Charter';
import styles from './Units.module.css';

/** The groups directly below, with what each is for. Absent when there are none; the charter tells of errors. */
export function UnitsCard() {
  const { entity } = useEntity();
  const { value: group } = useGroupAnswer(entity);
  if (!group?.childGroups.length) return null;
  const { childGroups } = group;
  return (
    <SectionCard
      title={childrenTitle(childGroups.map(({ type }) => type))}
      aside={childGroups.length}
    >
      <ul className={styles.list}>
        {childGroups.map(({ ref, title, mission, lifecycle }) => (
          <li key={ref}>
            <span className={styles.name}>
              <GroupLink entityRef={ref}>{title}</GroupLink>
              {lifecycle !== 'active' && (
                <LifecycleMark lifecycle={lifecycle} />
              )}
            </span>
            {mission && <span className={styles.mission}>{mission}</span>}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

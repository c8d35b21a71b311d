import { useEntity } from '@backstage/plugin-catalog-react';
import type { GroupAnswer } from '@squadron/plugin-org-model-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import { SectionCard } from '../SectionCard';
import styles from './Dependencies.module.css';

interface SideProps {
  title: string;
  none: string;
  groups: GroupAnswer['dependsOn'];
}

function Side({ title, none, groups }: SideProps) {
  return (
    <section>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{groups.length}</span>
      </h3>
      {groups.length ? (
        <ul className={styles.list}>
          {groups.map(({ group, for: purpose }) => (
            <li key={`${group.ref} ${purpose}`}>
              <GroupLink entityRef={group.ref}>{group.title}</GroupLink>
              <span className={styles.purpose}>for {purpose}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.purpose}>{none}</p>
      )}
    </section>
  );
}

/** On whom a group depends and who depends on it, each with what for. Absent when nobody does. */
export function DependenciesCard() {
  const { entity } = useEntity();
  const { value: group } = useGroupAnswer(entity);
  if (!group || !(group.dependsOn.length + group.dependencyOf.length)) {
    return null;
  }
  return (
    <SectionCard title="Dependencies">
      <div className={styles.sides}>
        <Side
          title="Depends on"
          none="It states no dependency on another group."
          groups={group.dependsOn}
        />
        <Side
          title="Is needed by"
          none="No other group states that it depends on this one."
          groups={group.dependencyOf}
        />
      </div>
    </SectionCard>
  );
}

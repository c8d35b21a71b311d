import { useEntity } from '@backstage/plugin-catalog-react';
import type { GroupAnswer } from '@squadron/plugin-org-model-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { SectionCard } from '@squadron/ui';
import { useAncestorAnswers, useGroupAnswer } from '../../hooks/useGroupAnswer';
import styles from './Dependencies.module.css';

type Direction = 'dependsOn' | 'dependencyOf';

function Groups({ groups }: { groups: GroupAnswer[Direction] }) {
  return (
    <ul className={styles.list}>
      {groups.map(({ group, for: purpose }) => (
        <li key={`${group.ref} ${purpose}`}>
          <GroupLink entityRef={group.ref}>{group.title}</GroupLink>
          <span className={styles.purpose}>for {purpose}</span>
        </li>
      ))}
    </ul>
  );
}

interface SideProps {
  title: string;
  none: string;
  groups: GroupAnswer[Direction];
}

function Side({ title, none, groups }: SideProps) {
  return (
    <section>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{groups.length}</span>
      </h3>
      {groups.length ? (
        <Groups groups={groups} />
      ) : (
        <p className={styles.purpose}>{none}</p>
      )}
    </section>
  );
}

function Sides({ group }: { group: GroupAnswer }) {
  return (
    <div className={styles.sides}>
      <Side
        title="Depends on"
        none="It states no dependency on another group."
        groups={group.dependsOn}
      />
      <Side
        title="Is needed by"
        none="No other group names it as a dependency."
        groups={group.dependencyOf}
      />
    </div>
  );
}

function sizeOf({ dependsOn, dependencyOf }: GroupAnswer): number {
  return dependsOn.length + dependencyOf.length;
}

/** On whom a group depends and who depends on it, each with what for; what holds for the groups above is one click away. */
export function DependenciesCard() {
  const { entity } = useEntity();
  const { value: group } = useGroupAnswer(entity);
  const { value: above = [] } = useAncestorAnswers(group);
  if (!group) return null;
  const inherited = above.filter(each => sizeOf(each) > 0);
  if (sizeOf(group) + inherited.length === 0) return null;
  return (
    <SectionCard title="Dependencies">
      {sizeOf(group) > 0 && <Sides group={group} />}
      {inherited.map((each, index) => (
        <details key={each.ref} className={styles.above}>
          <summary>
            {sizeOf(group) + index === 0
              ? 'None of its own, but also through'
              : 'Also through'}{' '}
            {each.title} ({sizeOf(each)})
          </summary>
          <Sides group={each} />
        </details>
      ))}
    </SectionCard>
  );
}

import { useEntity } from '@backstage/plugin-catalog-react';
import type { GroupAnswer } from '@squadron/plugin-org-model-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { useAncestorAnswers, useGroupAnswer } from '../../hooks/useGroupAnswer';
import { SectionCard } from '../SectionCard';
import styles from './Dependencies.module.css';

type Direction = 'dependsOn' | 'dependencyOf';

interface SideProps {
  title: string;
  none: string;
  direction: Direction;
  group: GroupAnswer;
  /** The groups above, whose dependencies hold for this one as well. */
  above: GroupAnswer[];
}

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

function Side({ title, none, direction, group, above }: SideProps) {
  const own = group[direction];
  const inherited = above.filter(each => each[direction].length);
  return (
    <section>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{own.length}</span>
      </h3>
      {own.length ? (
        <Groups groups={own} />
      ) : (
        <p className={styles.purpose}>{none}</p>
      )}
      {inherited.map(each => (
        <details key={each.ref} className={styles.above} open={!own.length}>
          <summary>
            As part of {each.title}{' '}
            <span className={styles.count}>{each[direction].length}</span>
          </summary>
          <Groups groups={each[direction]} />
        </details>
      ))}
    </section>
  );
}

/** On whom a group depends and who depends on it, each with what for; also what holds for the groups above. */
export function DependenciesCard() {
  const { entity } = useEntity();
  const { value: group } = useGroupAnswer(entity);
  const { value: above = [] } = useAncestorAnswers(group);
  if (!group) return null;
  const some = [group, ...above].some(
    each => each.dependsOn.length + each.dependencyOf.length > 0,
  );
  if (!some) return null;
  return (
    <SectionCard title="Dependencies">
      <div className={styles.sides}>
        <Side
          title="Depends on"
          none="It states no dependency on another group."
          direction="dependsOn"
          group={group}
          above={above}
        />
        <Side
          title="Is needed by"
          none="No other group names it as a dependency."
          direction="dependencyOf"
          group={group}
          above={above}
        />
      </div>
    </SectionCard>
  );
}

import { Link } from '@backstage/ui';
import type {
  GroupAnswer,
  PersonRecord,
} from '@squadron/plugin-org-model-common';
import {
  GroupLink,
  groupPath,
  PersonLink,
} from '@squadron/plugin-org-model-react';
import { StatusMark } from '@squadron/ui';
import { ReactNode } from 'react';
import { workedBy } from '../../lib/workedBy';
import styles from './Charter.module.css';
import { LifecycleMark } from './LifecycleMark';

function Path({ group }: { group: GroupAnswer }) {
  if (!group.ancestors.length) return null;
  return (
    <nav aria-label="Place in the organization">
      <ol className={styles.path}>
        {group.ancestors.map(({ ref, title }) => (
          <li key={ref}>
            <GroupLink entityRef={ref}>{title}</GroupLink>
          </li>
        ))}
        <li aria-current="true">{group.title}</li>
      </ol>
    </nav>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The user name, which tells people of one title apart, and the role where the title is not it. */
function leadWords({ name, title, role }: PersonRecord): string {
  return role && !title.startsWith(role) ? `${name} · ${role}` : name;
}

function Lead({ group }: { group: GroupAnswer }) {
  const { leadPerson, leadThrough, lifecycle, type } = group;
  if (leadPerson) {
    return (
      <>
        <PersonLink entityRef={leadPerson.ref}>{leadPerson.title}</PersonLink>
        <span className={styles.quiet}> {leadWords(leadPerson)}</span>
        {leadThrough && (
          <span className={styles.quiet}>
            {' '}
            through{' '}
            <GroupLink entityRef={leadThrough.ref}>
              {leadThrough.title}
            </GroupLink>
          </span>
        )}
      </>
    );
  }
  if (lifecycle === 'planned' || type === 'unit') {
    return <span className={styles.quiet}>none yet</span>;
  }
  return <StatusMark status="missed">nobody leads it</StatusMark>;
}

function Counted(props: { direct: number; total: number; below: string }) {
  const { direct, total, below } = props;
  return (
    <>
      <strong className={styles.figure}>{total}</strong>
      {total !== direct && (
        <span className={styles.quiet}>
          {' '}
          {below}, {direct} of its own
        </span>
      )}
    </>
  );
}

/** Where a group stands, who leads it and how large it is. */
export function CharterHead({ group }: { group: GroupAnswer }) {
  const { rollUp, type } = group;
  const squad = workedBy(group);
  return (
    <>
      <Path group={group} />
      <dl className={styles.head}>
        <Fact name="Lead">
          <Lead group={group} />
        </Fact>
        <Fact name="State">
          <LifecycleMark lifecycle={group.lifecycle} />
        </Fact>
        <Fact name="People">
          {squad ? (
            <span className={styles.quiet}>
              those of{' '}
              <Link href={`${groupPath(squad.ref)}/people`}>{squad.title}</Link>
            </span>
          ) : (
            <Counted {...rollUp.people} below="in it and below" />
          )}
        </Fact>
        {(rollUp.systems.total > 0 || type !== 'council') && (
          <Fact name="Systems">
            <Counted {...rollUp.systems} below="with those below" />
          </Fact>
        )}
        {rollUp.descendants > 0 && (
          <Fact name="Groups below">
            <strong className={styles.figure}>{rollUp.descendants}</strong>
          </Fact>
        )}
        {group.onCall && <Fact name="On call">yes</Fact>}
      </dl>
    </>
  );
}

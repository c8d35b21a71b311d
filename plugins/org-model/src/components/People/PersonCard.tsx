import { useEntity } from '@backstage/plugin-catalog-react';
import { GroupLink, useOrgTree } from '@squadron/plugin-org-model-react';
import { SectionCard } from '@squadron/ui';
import { ReactNode } from 'react';
import { GroupMention, personView } from './lib/personView';
import styles from './People.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Groups({ groups }: { groups: GroupMention[] }) {
  return (
    <span className={styles.groups}>
      {groups.map(({ ref, title }) => (
        <GroupLink key={ref} entityRef={ref}>
          {title}
        </GroupLink>
      ))}
    </span>
  );
}

/** A person's role, what they answer for, and the groups that they are in or lead. */
export function PersonCard() {
  const { entity } = useEntity();
  const { value: tree } = useOrgTree();
  const person = personView(entity, tree);
  const { home, also, leads, responsibilities, kpis } = person;
  return (
    <SectionCard title="Role">
      <dl className={styles.facts}>
        <Fact name="User name">{entity.metadata.name}</Fact>
        {person.role && <Fact name="Role">{person.role}</Fact>}
        {leads.length > 0 && (
          <Fact name="Leads">
            <Groups groups={leads} />
          </Fact>
        )}
        <Fact name="Home">
          {home ? <Groups groups={[home]} /> : 'in no group yet'}
        </Fact>
        {also.length > 0 && (
          <Fact name="Also in">
            <Groups groups={also} />
          </Fact>
        )}
        {responsibilities.length > 0 && (
          <Fact name="Responsibilities">
            <ul>
              {responsibilities.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Fact>
        )}
        {kpis.length > 0 && (
          <Fact name="KPIs">
            <ul>
              {kpis.map(({ id, text }) => (
                <li key={id}>
                  {text} <code className={styles.quiet}>{id}</code>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {person.joinedAt && <Fact name="Joined">{person.joinedAt}</Fact>}
        {person.source && <Fact name="Source">{person.source}</Fact>}
      </dl>
    </SectionCard>
  );
}

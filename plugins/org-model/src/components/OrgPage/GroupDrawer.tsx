import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { GroupAnswer } from '@squadron/plugin-org-model-common';
import {
  GroupLink,
  groupPath,
  orgModelApiRef,
  PersonLink,
} from '@squadron/plugin-org-model-react';
import {
  Drawer,
  ErrorState,
  LoadingState,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { ReactNode, useCallback } from 'react';
import { workedBy } from '../../lib/workedBy';
import { count, typeWords } from '../../lib/words';
import styles from './GroupDrawer.module.css';

export interface GroupDrawerProps {
  groupRef: string;
  /** Its title, as long as the charter is on its way. */
  title: string;
  onClose: () => void;
  /** Makes the group the scope of the page. */
  onScope: () => void;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

function Dependencies(props: {
  title: string;
  items: GroupAnswer['dependsOn'];
}) {
  if (props.items.length === 0) return null;
  return (
    <Part title={props.title}>
      <ul>
        {props.items.map(({ group, for: reason }) => (
          <li key={`${group.ref} ${reason}`}>
            <GroupLink entityRef={group.ref}>{group.title}</GroupLink>
            {reason && <span className={styles.quiet}> for {reason}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Lead({ group }: { group: GroupAnswer }) {
  if (!group.leadPerson) return <>nobody yet</>;
  const { leadPerson, leadThrough } = group;
  return (
    <>
      <PersonLink entityRef={leadPerson.ref}>{leadPerson.title}</PersonLink>{' '}
      <span>
        {leadPerson.name}
        {leadThrough && `, through ${leadThrough.title}`}
      </span>
    </>
  );
}

function Essentials({ group }: { group: GroupAnswer }) {
  const { people, systems, descendants } = group.rollUp;
  const squad = workedBy(group);
  return (
    <>
      {group.mission && <p className={styles.mission}>{group.mission}</p>}
      <dl className={styles.facts}>
        <dt>Lead</dt>
        <dd>
          <Lead group={group} />
        </dd>
        <dt>People</dt>
        <dd>
          {squad ? (
            `those of ${squad.title}`
          ) : (
            <>
              {people.total} <span>({people.direct} in the group itself)</span>
            </>
          )}
        </dd>
        <dt>Systems</dt>
        <dd>{count(systems.total, 'system', 'systems')}</dd>
        <dt>Below</dt>
        <dd>{count(descendants, 'group', 'groups')}</dd>
      </dl>
      <Lines title="Responsibilities" lines={group.responsibilities} />
      <Lines title="Outputs" lines={group.outputs} />
      <Lines title="KPIs" lines={group.kpis.map(({ text }) => text)} />
      {group.boundary && (
        <Part title="Boundary">
          <p>{group.boundary}</p>
        </Part>
      )}
      <Dependencies title="Depends on" items={group.dependsOn} />
      <Dependencies title="Needed by" items={group.dependencyOf} />
    </>
  );
}

/** The essentials of a group's charter, without leaving the chart. */
export function GroupDrawer(props: GroupDrawerProps) {
  const { groupRef, title, onClose, onScope } = props;
  const api = useApi(orgModelApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.group({ params: parseEntityRef(groupRef) }, { signal }),
    [api, groupRef],
  );
  const { value: group, error, retry } = useLoad(load);
  return (
    <Drawer
      title={group?.title ?? title}
      subtitle={
        group && (
          <>
            {typeWords(group.type)}
            {group.ancestors.length > 0 &&
              ` in ${group.ancestors.map(above => above.title).join(' / ')}`}{' '}
            {group.lifecycle !== 'active' && (
              <StatusMark status="no-data">{group.lifecycle}</StatusMark>
            )}
          </>
        )
      }
      onClose={onClose}
      actions={
        <>
          <ButtonLink href={groupPath(groupRef)} variant="primary">
            Open its page
          </ButtonLink>
          <Button variant="secondary" onPress={onScope}>
            Look at this group alone
          </Button>
        </>
      }
    >
      {error && (
        <ErrorState
          title="The charter could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !group && <LoadingState label="Reading the charter" />}
      {group && <Essentials group={group} />}
    </Drawer>
  );
}

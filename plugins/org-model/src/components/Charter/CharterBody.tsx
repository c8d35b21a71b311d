import { Link as UiLink } from '@backstage/ui';
import type { GroupAnswer, Kpi } from '@squadron/plugin-org-model-common';
import { groupPath } from '@squadron/plugin-org-model-react';
import { ReactNode } from 'react';
import { missingParts, stackChips } from './lib/charterView';
import styles from './Charter.module.css';

function Part(props: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={styles.part} data-wide={props.wide || undefined}>
      <h3 className={styles.partTitle}>{props.title}</h3>
      {props.children}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (!lines.length) return null;
  return (
    <Part title={title}>
      <ul className={styles.lines}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

function Stack({ group }: { group: GroupAnswer }) {
  const chips = stackChips(group.stack);
  if (!chips.length) return null;
  return (
    <Part title="Stack" wide>
      <ul className={styles.chips}>
        {chips.map(({ text, technology }) => (
          <li key={text}>
            {technology ? (
              <UiLink href={groupPath(technology)} className={styles.chip}>
                {text}
              </UiLink>
            ) : (
              <span className={styles.chip}>{text}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Kpis({ kpis }: { kpis: Kpi[] }) {
  return (
    <ul className={styles.kpis}>
      {kpis.map(({ id, text }) => (
        <li key={id}>
          <span>{text}</span>
          <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}

function Missing({ group }: { group: GroupAnswer }) {
  const missing = missingParts(group);
  if (
    !missing.length ||
    ['planned', 'unit'].some(is => is === group.lifecycle || is === group.type)
  ) {
    return null;
  }
  return (
    <p className={styles.missing}>
      Not written yet: {missing.join(', ')}. Add{' '}
      {missing.length === 1 && missing[0] === 'mission' ? 'it' : 'them'} to the
      group in its definition file.
    </p>
  );
}

/** What a group is for, what it does, makes and is measured by. */
export function CharterBody({ group }: { group: GroupAnswer }) {
  const mission = group.mission ?? group.description;
  return (
    <>
      {mission && <p className={styles.mission}>{mission}</p>}
      <div className={styles.parts}>
        <Lines title="Responsibilities" lines={group.responsibilities} />
        <Lines title="Outputs" lines={group.outputs} />
        {group.boundary && (
          <Part title="Boundary" wide>
            <p className={styles.paragraph}>{group.boundary}</p>
          </Part>
        )}
        <Stack group={group} />
        {group.kpis.length > 0 && (
          <Part title="KPIs" wide>
            <Kpis kpis={group.kpis} />
          </Part>
        )}
        {group.objectives.length > 0 && (
          <Part title="Objectives" wide>
            {group.objectives.map(({ id, text, due, keyResults }) => (
              <div key={id} className={styles.objective}>
                <p className={styles.paragraph}>{text}</p>
                {due && <p className={styles.source}>Due: {due}</p>}
                {keyResults.length > 0 && <Kpis kpis={keyResults} />}
              </div>
            ))}
          </Part>
        )}
        <Lines title="Who takes part" lines={group.participants} />
      </div>
      <Missing group={group} />
      {group.source && <p className={styles.source}>Source: {group.source}</p>}
    </>
  );
}

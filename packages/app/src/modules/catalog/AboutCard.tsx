import { EntityRefLinks, useEntity } from '@backstage/plugin-catalog-react';
import { ReactNode, useId } from 'react';
import { AboutValue, aboutFields } from './aboutFields';
import styles from './AboutCard.module.css';

const Value = ({ value }: { value: AboutValue }): ReactNode => {
  if ('refs' in value) {
    return (
      <EntityRefLinks entityRefs={value.refs} defaultKind={value.defaultKind} />
    );
  }
  return value.code ? (
    <code className={styles.code}>{value.text}</code>
  ) : (
    value.text
  );
};

/** What is known of an entity; what is not known takes no room. */
export const AboutCard = () => {
  const { entity } = useEntity();
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        About
      </h2>
      {entity.metadata.description && (
        <p className={styles.description}>{entity.metadata.description}</p>
      )}
      <dl className={styles.fields}>
        {aboutFields(entity).map(({ label, value }) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

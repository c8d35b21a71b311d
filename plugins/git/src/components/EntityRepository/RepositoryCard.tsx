import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Link } from '@backstage/ui';
import { SectionCard, errorText } from '@squadron/ui';
import { useState } from 'react';
import { useRepository } from '../../hooks/useRepository';
import { repositoryPath } from '../../lib/paths';
import { CloneDialog } from '../Clone';
import { repositoryOf } from './repositoryOf';
import styles from './EntityRepository.module.css';

function Content({ name }: { name: string }) {
  const { value, error } = useRepository(name);
  const [cloning, setCloning] = useState(false);
  if (error && !value) {
    return (
      <p role="alert" className={styles.text}>
        {name} could not be read: {errorText(error)}
      </p>
    );
  }
  return (
    <div className={styles.row}>
      <Link href={repositoryPath(name)}>{name}</Link>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!value}
        onPress={() => setCloning(true)}
      >
        Clone
      </Button>
      {cloning && value && (
        <CloneDialog
          name={name}
          cloneUrl={value.cloneUrl}
          onClose={() => setCloning(false)}
        />
      )}
    </div>
  );
}

/** The repository of a component that the portal keeps. */
export function RepositoryCard() {
  const { entity } = useEntity();
  const name = repositoryOf(entity);
  if (name === undefined) return null;
  return (
    <SectionCard title="Repository" aside={<Link href="/git">All</Link>}>
      <Content name={name} />
    </SectionCard>
  );
}

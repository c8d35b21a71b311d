import { Button, Select } from '@backstage/ui';
import { ErrorState, LoadingState, PageHeader } from '@squadron/ui';
import { ReactNode, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { RepositoryAnswer, useRepository } from '../../hooks/useRepository';
import { RepositoryPlace, pathTo } from '../../lib/paths';
import { CloneDialog } from '../Clone';
import { PlaceSteps } from './PlaceSteps';
import styles from './Repository.module.css';

export interface RepositoryFrameProps {
  place: RepositoryPlace;
  /** One sentence about what is in sight. */
  answer?: ReactNode;
  children: ReactNode;
}

function BranchPicker(props: {
  place: RepositoryPlace;
  branches: readonly string[];
}) {
  const { place, branches } = props;
  const navigate = useNavigate();
  const isBranch = branches.includes(place.ref);
  // Somebody may have come for one commit.
  const commit = { id: place.ref, label: place.ref.slice(0, 12) };
  return (
    <Select
      aria-label="Branch"
      size="small"
      options={[
        ...branches.map(branch => ({ id: branch, label: branch })),
        ...(isBranch ? [] : [commit]),
      ]}
      selectedKey={place.ref}
      onSelectionChange={key =>
        navigate(pathTo('tree', { ...place, ref: String(key), path: '' }))
      }
    />
  );
}

function Controls(props: {
  place: RepositoryPlace;
  repository: RepositoryAnswer;
}) {
  const { place, repository } = props;
  const [cloning, setCloning] = useState(false);
  return (
    <>
      <BranchPicker place={place} branches={repository.branches} />
      <Button size="small" onPress={() => setCloning(true)}>
        Clone
      </Button>
      {cloning && (
        <CloneDialog
          name={repository.name}
          cloneUrl={repository.cloneUrl}
          onClose={() => setCloning(false)}
        />
      )}
    </>
  );
}

/** What every page of a repository has around what it shows. */
export function RepositoryFrame(props: RepositoryFrameProps) {
  const { place, answer, children } = props;
  const { value, error, retry } = useRepository(place.name);
  return (
    <>
      <PageHeader
        title={place.name}
        answer={answer}
        breadcrumbs={[{ label: 'Repositories', href: '/git' }]}
        actions={value && <Controls place={place} repository={value} />}
      />
      {error && !value && (
        <ErrorState
          title="The repository could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the repository" />}
      {value && (
        <div className={styles.content}>
          <PlaceSteps place={place} />
          {children}
        </div>
      )}
    </>
  );
}

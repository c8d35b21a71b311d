import { useEntity } from '@backstage/plugin-catalog-react';
import { ErrorState, LoadingState, SectionCard } from '@squadron/ui';
import { Link } from 'react-router-dom';
import { useGroupAnswer } from '../../hooks/useGroupAnswer';
import { chartPath } from '../../lib/orgView';
import { CharterBody } from './CharterBody';
import { CharterHead } from './CharterHead';

/** The charter of a group, on its own page and on those of its System and Domain. */
export function CharterCard() {
  const { entity } = useEntity();
  const { value: group, error, retry } = useGroupAnswer(entity);
  return (
    <SectionCard
      title="Charter"
      aside={group && <Link to={chartPath(group)}>Open in chart</Link>}
    >
      {error && (
        <ErrorState
          title="The charter could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!group && !error && <LoadingState label="Reading the charter" />}
      {group && (
        <>
          <CharterHead group={group} />
          <CharterBody group={group} />
        </>
      )}
    </SectionCard>
  );
}

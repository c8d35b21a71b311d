import { useApi } from '@backstage/frontend-plugin-api';
import type { Commit } from '@squadron/plugin-git-common';
import { ErrorState, LoadingState, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { gitApiRef } from '../../api/gitApi';
import type { RepositoryPlace } from '../../lib/paths';
import { readmeOf } from '../../lib/readme';
import { EntryList } from './EntryList';
import { LatestCommits } from './LatestCommits';
import { Readme } from './Readme';
import { RepositoryFrame } from './RepositoryFrame';
import { usePlace } from './usePlace';

function useFolder({ name, ref, path }: RepositoryPlace) {
  const api = useApi(gitApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const params = { name };
      const [{ entries }, { items: commits }] = await Promise.all([
        api.tree({ params, query: { ref, path } }, { signal }),
        api.commits({ params, query: { ref, limit: 10 } }, { signal }),
      ]);
      return { entries, commits };
    },
    [api, name, ref, path],
  );
  return useLoad(load);
}

function answerOf([latest]: readonly Commit[]): string | undefined {
  return latest && `Latest commit: ${latest.subject}, by ${latest.author}.`;
}

/** A folder of a repository: what lies in it, what it is about, and what was done last. */
export function TreePage() {
  const place = usePlace();
  const { value, error, retry } = useFolder(place);
  const readme = value && readmeOf(value.entries);
  return (
    <RepositoryFrame place={place} answer={value && answerOf(value.commits)}>
      {error && !value && (
        <ErrorState
          title="The folder could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && (
        <LoadingState label="Reading the folder" lines={6} />
      )}
      {value && <EntryList place={place} entries={value.entries} />}
      {readme && <Readme folder={place} file={readme} />}
      {value && <LatestCommits commits={value.commits} />}
    </RepositoryFrame>
  );
}

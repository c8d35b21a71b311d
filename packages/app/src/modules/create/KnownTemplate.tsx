import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, LoadingState, useLoad } from '@squadron/ui';
import { ReactNode, useCallback } from 'react';
import { useParams } from 'react-router-dom';
import styles from './NoTemplates.module.css';

/** The form of a golden path, or, where the catalog has none of that name, the way to those that there are. */
export const KnownTemplate = (props: { children: ReactNode }) => {
  const catalog = useApi(catalogApiRef);
  const [namespace, name] = (useParams()['*'] ?? '').split('/');
  const ref = `template:${namespace}/${name}`;
  const load = useCallback(
    () => catalog.getEntitiesByRefs({ entityRefs: [ref], fields: ['kind'] }),
    [catalog, ref],
  );
  const { value, loading } = useLoad(load);
  if (loading)
    return <LoadingState label="Reading the golden path" lines={8} />;
  // Where the catalog does not answer, the form asks as well and states the error.
  if (!value || value.items[0]) return <>{props.children}</>;
  return (
    <div className={styles.page}>
      <EmptyState
        title="There is no such golden path"
        actions={
          <ButtonLink href="/create" variant="secondary">
            All golden paths
          </ButtonLink>
        }
      >
        {name
          ? `None has the name ${name}, or you may not see it. It may have been renamed or taken away.`
          : 'The address names none.'}
      </EmptyState>
    </div>
  );
};

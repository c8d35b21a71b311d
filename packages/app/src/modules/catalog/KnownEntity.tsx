import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ReactNode, useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { NotFound } from '../nav';

/** The page of an entity, or, where the catalog has none of that name, where to look instead. */
export const KnownEntity = (props: { children: ReactNode }) => {
  const catalog = useApi(catalogApiRef);
  const { kind, namespace, name } = useParams();
  const ref = `${kind}:${namespace}/${name}`;
  const [unknown, setUnknown] = useState<string>();

  useEffect(() => {
    let mounted = true;
    catalog
      .getEntitiesByRefs({ entityRefs: [ref], fields: ['kind'] })
      .then(({ items }) => mounted && !items[0] && setUnknown(ref))
      // The page itself asks as well, and states the error.
      .catch(() => {});
    return () => {
      mounted = false;
    };
  }, [catalog, ref]);

  return unknown === ref ? <NotFound /> : <>{props.children}</>;
};

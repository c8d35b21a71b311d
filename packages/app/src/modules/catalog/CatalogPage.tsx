import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Children, ReactElement } from 'react';
import styles from './CatalogPage.module.css';
import { columns } from './columns';
import { useStarAction } from './useStarAction';

/** Everything that the organization knows of: filters at the left, the entities found at the right. */
export const CatalogPage = (props: { filters: ReactElement[] }) => {
  const actions = useStarAction();
  return (
    <EntityListProvider pagination={{ mode: 'cursor', limit: 25 }}>
      <div className={styles.page}>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            {Children.toArray(props.filters)}
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable
              columns={columns}
              actions={actions}
              tableOptions={{ draggable: false }}
            />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </div>
    </EntityListProvider>
  );
};

import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Children, ReactElement } from 'react';
import styles from './CatalogPage.module.css';

/** Everything that the organization knows of: filters at the left, the entities found at the right. */
export const CatalogPage = (props: { filters: ReactElement[] }) => (
  <EntityListProvider pagination={{ mode: 'cursor', limit: 25 }}>
    <div className={styles.page}>
      <CatalogFilterLayout>
        <CatalogFilterLayout.Filters>
          {Children.toArray(props.filters)}
        </CatalogFilterLayout.Filters>
        <CatalogFilterLayout.Content>
          <CatalogTable tableOptions={{ draggable: false }} />
        </CatalogFilterLayout.Content>
      </CatalogFilterLayout>
    </div>
  </EntityListProvider>
);

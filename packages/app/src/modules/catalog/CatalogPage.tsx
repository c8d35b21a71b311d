import {
  CatalogTable,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Children, ReactElement } from 'react';
import styles from './CatalogPage.module.css';

/** A unit's system has the name of its owner, and tags are rare: their columns only take room. */
const leftOut = ['resolved.partOfSystemRelationTitle', 'entity.metadata.tags'];

const columns: CatalogTableColumnsFunc = context =>
  CatalogTable.defaultColumnsFunc(context).filter(
    column => !leftOut.includes(String(column.field)),
  );

/** Everything that the organization knows of: filters at the left, the entities found at the right. */
export const CatalogPage = (props: { filters: ReactElement[] }) => (
  <EntityListProvider pagination={{ mode: 'cursor', limit: 25 }}>
    <div className={styles.page}>
      <CatalogFilterLayout>
        <CatalogFilterLayout.Filters>
          {Children.toArray(props.filters)}
        </CatalogFilterLayout.Filters>
        <CatalogFilterLayout.Content>
          <CatalogTable columns={columns} tableOptions={{ draggable: false }} />
        </CatalogFilterLayout.Content>
      </CatalogFilterLayout>
    </div>
  </EntityListProvider>
);

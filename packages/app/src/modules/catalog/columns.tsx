import {
  CatalogTable,
  CatalogTableColumnsFunc,
  CatalogTableRow,
} from '@backstage/plugin-catalog';
import {
  EntityRefLink,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { VersionMark, isOfGoldenPath } from '@squadron/plugin-golden-paths';

type Column = ReturnType<CatalogTableColumnsFunc>[number];

/** A unit's system has the name of its owner, and tags are rare: their columns only take room. */
const leftOut = ['resolved.partOfSystemRelationTitle', 'entity.metadata.tags'];

function groupsColumn(title: string, relation: string): Column {
  return {
    title,
    sorting: false,
    render: ({ entity }: CatalogTableRow) =>
      getEntityRelations(entity, relation, { kind: 'group' }).map(ref => (
        <div key={ref.name}>
          <EntityRefLink entityRef={ref} defaultKind="group" />
        </div>
      )),
  };
}

/** Whether there is a newer version of what has made a component. */
const versionColumn: Column = {
  title: 'Golden path',
  sorting: false,
  render: ({ entity }: CatalogTableRow) => <VersionMark entity={entity} />,
};

/** The columns of a kind: people have groups and no description, and few components come from a golden path. */
export const columns: CatalogTableColumnsFunc = context => {
  const stock = CatalogTable.defaultColumnsFunc(context).filter(
    column => !leftOut.includes(String(column.field)),
  );
  if (context.filters.kind?.value.toLowerCase() === 'user') {
    return [
      ...stock.filter(column => column.field !== 'entity.metadata.description'),
      groupsColumn('Member of', 'memberOf'),
      groupsColumn('Leads', 'leaderOf'),
    ];
  }
  return context.entities.some(isOfGoldenPath)
    ? [...stock, versionColumn]
    : stock;
};

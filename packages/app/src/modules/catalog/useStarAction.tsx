import { FavoriteToggleIcon } from '@backstage/core-components';
import { CatalogTableProps, CatalogTableRow } from '@backstage/plugin-catalog';
import { useStarredEntities } from '@backstage/plugin-catalog-react';

/** The one thing to do in a row; the stock ones lead to addresses that files do not have. */
export function useStarAction(): NonNullable<CatalogTableProps['actions']> {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntities();
  return [
    ({ entity }: CatalogTableRow) => {
      const starred = isStarredEntity(entity);
      return {
        icon: () => <FavoriteToggleIcon isFavorite={starred} />,
        tooltip: starred ? 'Remove from favorites' : 'Add to favorites',
        onClick: () => toggleStarredEntity(entity),
      };
    },
  ];
}

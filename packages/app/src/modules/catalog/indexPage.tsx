import { coreExtensionData } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import CategoryIcon from '@material-ui/icons/CategoryOutlined';

/**
 * Replaces the stock index. Its table lets columns be dragged, which nests one button in
 * another, so that neither a keyboard nor a screen reader can use the headings.
 */
export const indexPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { inputs }) {
    return originalFactory({
      params: {
        title: 'Catalog',
        icon: <CategoryIcon fontSize="inherit" />,
        loader: async () => {
          const { CatalogPage } = await import('./CatalogPage');
          return (
            <CatalogPage
              filters={inputs.filters.map(filter =>
                filter.get(coreExtensionData.reactElement),
              )}
            />
          );
        },
      },
    });
  },
});

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import SearchIcon from '@material-ui/icons/Search';

/** Replaces the stock page, whose results are list items outside a list. */
const searchPage = searchPlugin.getExtension('page:search').override({
  factory(originalFactory, { inputs }) {
    return originalFactory({
      params: {
        title: 'Search',
        icon: <SearchIcon fontSize="inherit" />,
        loader: async () => {
          const { SearchPage } = await import('./SearchPage');
          return (
            <SearchPage
              items={inputs.items.map(item =>
                item.get(SearchResultListItemBlueprint.dataRefs.item),
              )}
            />
          );
        },
      },
    });
  },
});

export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [searchPage],
});

import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import ExtensionIcon from '@material-ui/icons/ExtensionOutlined';

/** Replaces the stock API index for the same reason as the catalog's. */
export const apiIndexPage = apiDocsPlugin
  .getExtension('page:api-docs')
  .override({
    factory(originalFactory) {
      return originalFactory({
        params: {
          title: 'APIs',
          icon: <ExtensionIcon fontSize="inherit" />,
          loader: () =>
            import('./ApisPage').then(({ ApisPage }) => <ApisPage />),
        },
      });
    },
  });

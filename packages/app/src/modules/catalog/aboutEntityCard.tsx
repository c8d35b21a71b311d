import catalogPlugin from '@backstage/plugin-catalog/alpha';

/** The stock card shows links that lead nowhere, and fields that are not there. */
export const aboutEntityCard = catalogPlugin
  .getExtension('entity-card:catalog/about')
  .override({
    factory(originalFactory) {
      return originalFactory({
        params: {
          loader: () =>
            import('./AboutCard').then(({ AboutCard }) => <AboutCard />),
        },
      });
    },
  });

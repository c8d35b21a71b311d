import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';

const LazyBanner = lazy(() =>
  import('../components/DefinitionsBanner').then(m => ({
    default: m.DefinitionsBanner,
  })),
);

/** Above every page, as long as the organization's definitions are not good. */
export const definitionsBanner = AppRootElementBlueprint.make({
  name: 'definitions-banner',
  params: {
    element: (
      <Suspense fallback={null}>
        <LazyBanner />
      </Suspense>
    ),
  },
});

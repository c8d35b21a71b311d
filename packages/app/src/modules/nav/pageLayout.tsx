import { PageLayout } from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { MainPageLayout } from './MainPageLayout';

/** Replaces the stock page layout, which has no main landmark. */
export const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({ component: PageLayout, loader: () => MainPageLayout }),
});

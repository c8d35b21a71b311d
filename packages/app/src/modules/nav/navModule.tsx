import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { appLayout } from './appLayout';
import { Navigation } from './Navigation';
import { notFoundPage } from './notFoundPage';
import { pageLayout } from './pageLayout';

const navigation = NavContentBlueprint.make({
  params: { component: Navigation },
});

export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appLayout, navigation, notFoundPage, pageLayout],
});

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { aboutEntityCard } from './aboutEntityCard';
import { apiIndexPage } from './apiIndexPage';
import { indexPage } from './indexPage';
import { entityLayout } from './entityLayout';
import { entityPage } from './entityPage';
import { kubernetesContent } from './kubernetesContent';

/** What Squadron changes in the stock catalog, API and Kubernetes plugins. */
export const catalogModules = [
  createFrontendModule({
    pluginId: 'catalog',
    extensions: [indexPage, entityLayout, entityPage, aboutEntityCard],
  }),
  createFrontendModule({
    pluginId: 'api-docs',
    extensions: [apiIndexPage],
  }),
  createFrontendModule({
    pluginId: 'kubernetes',
    extensions: [kubernetesContent],
  }),
];

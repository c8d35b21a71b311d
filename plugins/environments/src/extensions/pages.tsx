import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import CloudQueueIcon from '@material-ui/icons/CloudQueue';
import { environmentsRouteRef } from '../routes';

const environmentsPage = PageBlueprint.make({
  params: {
    path: '/environments',
    title: 'Environments',
    icon: <CloudQueueIcon fontSize="inherit" />,
    routeRef: environmentsRouteRef,
    noHeader: true,
    loader: () =>
      import('../components/EnvironmentsPage').then(m => (
        <m.EnvironmentsPage />
      )),
  },
});

export const pages: ExtensionDefinition[] = [environmentsPage];

import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import CodeIcon from '@material-ui/icons/Code';
import { gitRouteRef } from '../routes';

const gitPage = PageBlueprint.make({
  params: {
    path: '/git',
    title: 'Repositories',
    icon: <CodeIcon fontSize="inherit" />,
    routeRef: gitRouteRef,
    noHeader: true,
    loader: () => import('../components/GitPage').then(m => <m.GitPage />),
  },
});

export const pages: ExtensionDefinition[] = [gitPage];

import TrackChangesIcon from '@material-ui/icons/TrackChanges';
import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { scorecardsRouteRef } from '../routes';

const scorecardsPage = PageBlueprint.make({
  params: {
    path: '/scorecards',
    title: 'Scorecards',
    icon: <TrackChangesIcon fontSize="inherit" />,
    routeRef: scorecardsRouteRef,
    noHeader: true,
    loader: () =>
      import('../components/ScorecardsPage').then(m => <m.ScorecardsPage />),
  },
});

export const pages: ExtensionDefinition[] = [scorecardsPage];

import EventIcon from '@material-ui/icons/Event';
import SchoolIcon from '@material-ui/icons/School';
import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { onboardingRouteRef, rhythmRouteRef } from '../routes';
import { definitionsBanner } from './banner';

const ownershipPage = SubPageBlueprint.make({
  name: 'ownership',
  attachTo: { id: 'page:org-model', input: 'pages' },
  params: {
    path: 'ownership',
    title: 'Ownership',
    loader: () =>
      import('../components/Ownership').then(m => <m.OwnershipPage />),
  },
});

const rhythmPage = PageBlueprint.make({
  name: 'rhythm',
  params: {
    path: '/rhythm',
    title: 'Rhythm',
    icon: <EventIcon fontSize="inherit" />,
    routeRef: rhythmRouteRef,
    noHeader: true,
    loader: () => import('../components/Rhythm').then(m => <m.RhythmPage />),
  },
});

const onboardingPage = PageBlueprint.make({
  name: 'onboarding',
  params: {
    path: '/onboarding',
    title: 'Onboarding',
    icon: <SchoolIcon fontSize="inherit" />,
    routeRef: onboardingRouteRef,
    noHeader: true,
    loader: () =>
      import('../components/Onboarding').then(m => <m.OnboardingPage />),
  },
});

export const pages: ExtensionDefinition[] = [
  ownershipPage,
  rhythmPage,
  onboardingPage,
  definitionsBanner,
];

import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { hasCharter } from '../components/Charter/lib/charterView';

const charter = EntityCardBlueprint.make({
  name: 'charter',
  params: {
    type: 'content',
    filter: hasCharter,
    loader: () => import('../components/Charter').then(m => <m.CharterCard />),
  },
});

const units = EntityCardBlueprint.make({
  name: 'units',
  params: {
    type: 'content',
    filter: hasCharter,
    loader: () => import('../components/Units').then(m => <m.UnitsCard />),
  },
});

const dependencies = EntityCardBlueprint.make({
  name: 'dependencies',
  params: {
    type: 'content',
    filter: hasCharter,
    loader: () =>
      import('../components/Dependencies').then(m => <m.DependenciesCard />),
  },
});

const cadences = EntityCardBlueprint.make({
  name: 'cadences',
  params: {
    type: 'content',
    filter: hasCharter,
    loader: () =>
      import('../components/Cadences').then(m => <m.CadencesCard />),
  },
});

const people = EntityCardBlueprint.make({
  name: 'people',
  params: {
    type: 'info',
    filter: hasCharter,
    loader: () => import('../components/People').then(m => <m.PeopleCard />),
  },
});

const person = EntityCardBlueprint.make({
  name: 'person',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () => import('../components/People').then(m => <m.PersonCard />),
  },
});

const peopleContent = EntityContentBlueprint.make({
  name: 'people',
  params: {
    path: '/people',
    title: 'People',
    filter: hasCharter,
    loader: () => import('../components/People').then(m => <m.PeopleContent />),
  },
});

export const entityCards: ExtensionDefinition[] = [
  charter,
  units,
  dependencies,
  cadences,
  people,
  person,
  peopleContent,
];

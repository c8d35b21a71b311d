import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { Tile } from '@squadron/ui';

const firstWeeks = HomePageWidgetBlueprint.make({
  name: 'first-weeks',
  params: {
    name: 'FirstWeeks',
    title: 'Your first weeks',
    components: async () => {
      const { FirstWeeks } = await import('../components/Onboarding');
      const parts = { Content: FirstWeeks, Renderer: FirstWeeks };
      return parts;
    },
  },
});

const needsMe = HomePageWidgetBlueprint.make({
  name: 'needs-me',
  params: {
    name: 'NeedsMe',
    title: 'What needs me',
    components: async () => {
      const { NeedsMe } = await import('../components/HomeWidgets');
      const parts = { Content: NeedsMe, Renderer: Tile };
      return parts;
    },
  },
});

const myGroups = HomePageWidgetBlueprint.make({
  name: 'my-groups',
  params: {
    name: 'MyGroups',
    title: 'My groups',
    components: async () => {
      const { MyGroups } = await import('../components/HomeWidgets');
      const parts = { Content: MyGroups, Renderer: Tile };
      return parts;
    },
  },
});

const peopleToMeet = HomePageWidgetBlueprint.make({
  name: 'people-to-meet',
  params: {
    name: 'PeopleToMeet',
    title: 'People to meet',
    components: async () => {
      const { PeopleToMeet } = await import('../components/HomeWidgets');
      const parts = { Content: PeopleToMeet, Renderer: PeopleToMeet };
      return parts;
    },
  },
});

const newPeople = HomePageWidgetBlueprint.make({
  name: 'new-people',
  params: {
    name: 'NewPeople',
    title: 'New people',
    components: async () => {
      const { NewPeople } = await import('../components/Onboarding');
      const parts = { Content: NewPeople, Renderer: NewPeople };
      return parts;
    },
  },
});

export const homeWidgets: ExtensionDefinition[] = [
  firstWeeks,
  needsMe,
  myGroups,
  peopleToMeet,
  newPeople,
];

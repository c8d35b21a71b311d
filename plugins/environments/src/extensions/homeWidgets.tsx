import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const aboutToEnd = HomePageWidgetBlueprint.make({
  name: 'about-to-end',
  params: {
    name: 'AboutToEnd',
    title: 'Environments about to end',
    components: async () => {
      const { AboutToEnd } = await import('../components/HomeWidgets');
      return { Content: AboutToEnd, Renderer: AboutToEnd };
    },
  },
});

export const homeWidgets: ExtensionDefinition[] = [aboutToEnd];

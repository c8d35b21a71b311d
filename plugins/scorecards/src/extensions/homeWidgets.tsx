import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { Tile } from '@squadron/ui';

const targetsMissed = HomePageWidgetBlueprint.make({
  name: 'targets-missed',
  params: {
    name: 'TargetsMissed',
    title: 'Targets missed',
    components: async () => {
      const { TargetsMissed } = await import('../components/HomeWidgets');
      return { Content: TargetsMissed, Renderer: Tile };
    },
  },
});

const waiversToDecide = HomePageWidgetBlueprint.make({
  name: 'waivers-to-decide',
  params: {
    name: 'WaiversToDecide',
    title: 'Waivers to decide',
    components: async () => {
      const { WaiversToDecide } = await import('../components/HomeWidgets');
      return { Content: WaiversToDecide, Renderer: WaiversToDecide };
    },
  },
});

export const homeWidgets: ExtensionDefinition[] = [
  targetsMissed,
  waiversToDecide,
];

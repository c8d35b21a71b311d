import {
  createFrontendModule,
  PluginHeaderActionBlueprint,
} from '@backstage/frontend-plugin-api';

const signOut = PluginHeaderActionBlueprint.make({
  name: 'sign-out',
  params: {
    loader: () => import('./SignOut').then(({ SignOut }) => <SignOut />),
  },
});

export const settingsModule = createFrontendModule({
  pluginId: 'user-settings',
  extensions: [signOut],
});

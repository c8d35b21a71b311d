import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

// Stock words that name the framework instead of the portal, or a part that is not there.
const settings = TranslationBlueprint.make({
  name: 'user-settings-words',
  params: {
    resource: createTranslationMessages({
      ref: userSettingsTranslationRef,
      messages: {
        'identityCard.title': 'Who you are here',
        'identityCard.noIdentityTitle': 'Nobody is signed in',
        'identityCard.userEntity': 'You',
        'identityCard.ownershipEntities': 'You act for',
        'pinToggle.title': 'Navigation with words',
        'pinToggle.description': 'Show names beside the icons',
        'pinToggle.ariaLabelTitle': 'Navigation with words',
        'pinToggle.switchTitles.pin': 'Show names',
        'pinToggle.switchTitles.unpin': 'Show icons only',
      },
    }),
  },
});

export const wordsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [settings],
});

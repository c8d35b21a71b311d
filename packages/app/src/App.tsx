import { createApp } from '@backstage/frontend-defaults';
import { catalogModules } from './modules/catalog';
import { createModule } from './modules/create';
import { documentsModule } from './modules/documents';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { searchModule } from './modules/search';
import { settingsModule } from './modules/settings';
import { signInModule } from './modules/sign-in';
import { themeModule } from './modules/theme';
import { wordsModule } from './modules/words';

export default createApp({
  features: [
    themeModule,
    wordsModule,
    navModule,
    signInModule,
    homeModule,
    searchModule,
    createModule,
    documentsModule,
    settingsModule,
    ...catalogModules,
  ],
});

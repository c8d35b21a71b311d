import { createApp } from '@backstage/frontend-defaults';
import { catalogModules } from './modules/catalog';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { searchModule } from './modules/search';
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
    ...catalogModules,
  ],
});

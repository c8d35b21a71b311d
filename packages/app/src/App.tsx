import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/sign-in';
import { themeModule } from './modules/theme';

export default createApp({ features: [themeModule, navModule, signInModule] });

import { createApp } from '@backstage/frontend-defaults';
import { signInModule } from './modules/sign-in';

export default createApp({ features: [signInModule] });

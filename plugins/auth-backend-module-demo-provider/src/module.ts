import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createDemoRouteHandlers } from './demoRouteHandlers';
import { isDemoConfigured } from './isDemoConfigured';
import { PersonaDirectory } from './PersonaDirectory';
import { createPersonaRoutes } from './personaRoutes';

/** Sign-in as a person of the catalog, for development. */
export const authModuleDemoProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
      },
      async init({
        providers,
        auditor,
        auth,
        catalog,
        config,
        httpRouter,
        logger,
      }) {
        if (!isDemoConfigured(config, process.env.NODE_ENV)) {
          return;
        }
        logger.warn(
          'Anybody who reaches this portal can sign in as anybody: the demo provider is on',
        );
        const appOrigin = new URL(config.getString('app.baseUrl')).origin;
        const directory = PersonaDirectory.create({
          auth,
          catalog,
          cacheSeconds:
            config.getOptionalNumber(
              'auth.providers.demo.personaCacheSeconds',
            ) ?? 15,
        });

        providers.registerProvider({
          providerId: 'demo',
          factory: ({ resolverContext, isOriginAllowed }) =>
            createDemoRouteHandlers({
              resolverContext,
              auditor,
              isOriginAllowed,
            }),
        });
        httpRouter.use(
          createPersonaRoutes({
            directory,
            isOriginAllowed: origin => origin === appOrigin,
            suggested:
              config.getOptionalStringArray('auth.providers.demo.suggested') ??
              [],
          }),
        );
        httpRouter.addAuthPolicy({
          path: '/demo/personas',
          allow: 'unauthenticated',
        });
      },
    });
  },
});

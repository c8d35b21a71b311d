import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { Held } from '../holdings';
import { NoTemplates } from './NoTemplates';

/** The stock gallery speaks of a filter where there is nothing to filter. */
const templates = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <Held what="templates" otherwise={<NoTemplates />}>
          {original.get(coreExtensionData.reactElement)}
        </Held>,
      );
    },
  });

export const createModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [templates],
});

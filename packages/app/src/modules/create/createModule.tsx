import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { Gallery } from '@squadron/plugin-golden-paths';
import { Route, Routes } from 'react-router-dom';
import { Held } from '../holdings';
import { NoTemplates } from './NoTemplates';

/** The stock gallery knows neither how a golden path does nor what was begun; its forms stay. */
const templates = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <Held what="templates" otherwise={<NoTemplates />}>
          <Routes>
            <Route path="/" element={<Gallery />} />
            <Route
              path="*"
              element={original.get(coreExtensionData.reactElement)}
            />
          </Routes>
        </Held>,
      );
    },
  });

export const createModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [templates],
});

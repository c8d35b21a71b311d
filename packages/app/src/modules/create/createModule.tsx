import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  FormDraft,
  Gallery,
  TaskList,
  withDrafts,
} from '@squadron/plugin-golden-paths';
import { Route, Routes } from 'react-router-dom';
import { Held } from '../holdings';
import { KnownTemplate } from './KnownTemplate';
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
              element={
                <KnownTemplate>
                  <FormDraft>
                    {original.get(coreExtensionData.reactElement)}
                  </FormDraft>
                </KnownTemplate>
              }
            />
          </Routes>
        </Held>,
      );
    },
  });

/** The stock list names tasks by their ids; the page of each stays. */
const tasks = scaffolderPlugin
  .getExtension('sub-page:scaffolder/tasks')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <Routes>
          <Route path="/" element={<TaskList />} />
          <Route
            path="*"
            element={original.get(coreExtensionData.reactElement)}
          />
        </Routes>,
      );
    },
  });

/** Only the client knows when a form was sent, and its draft can go. */
const client = scaffolderPlugin.getExtension('api:scaffolder').override({
  *factory(originalFactory) {
    const stock = originalFactory().get(ApiBlueprint.dataRefs.factory);
    yield ApiBlueprint.dataRefs.factory(withDrafts(stock));
  },
});

export const createModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [templates, tasks, client],
});

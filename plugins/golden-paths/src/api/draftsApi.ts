import {
  ApiBlueprint,
  createApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { DraftStore } from '../lib/DraftStore';

export const draftsApiRef = createApiRef<DraftStore>().with({
  id: 'plugin.golden-paths.drafts',
  pluginId: 'golden-paths',
});

/** The reader's drafts, for the gallery and every form. */
export const draftsApi = ApiBlueprint.make({
  name: 'drafts',
  params: defineParams =>
    defineParams({
      api: draftsApiRef,
      deps: { storage: storageApiRef },
      factory: ({ storage }) => new DraftStore(storage),
    }),
});

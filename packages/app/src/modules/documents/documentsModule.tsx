import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { Held } from '../holdings';
import { Diagrams } from './Diagrams';
import { DocsPage } from './DocsPage';
import { NoDocuments } from './NoDocuments';
import './reader.css';

/** The stock index needs a tall row for each squad, and leads away from the portal where there is no document. */
const index = techdocsPlugin.getExtension('page:techdocs').override({
  *factory(originalFactory) {
    yield* originalFactory();
    yield coreExtensionData.reactElement(
      <Held what="documents" otherwise={<NoDocuments />}>
        <DocsPage />
      </Held>,
    );
  },
});

const diagrams = AddonBlueprint.make({
  name: 'diagrams',
  params: {
    name: 'Diagrams',
    location: TechDocsAddonLocations.Content,
    component: Diagrams,
  },
});

export const documentsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [index, diagrams],
});

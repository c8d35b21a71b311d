import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { Held } from '../holdings';
import { NoDocuments } from './NoDocuments';

/** The stock index leads away from the portal where there is no document. */
const index = techdocsPlugin.getExtension('page:techdocs').override({
  *factory(originalFactory) {
    const original = originalFactory();
    yield* original;
    yield coreExtensionData.reactElement(
      <Held what="documents" otherwise={<NoDocuments />}>
        {original.get(coreExtensionData.reactElement)}
      </Held>,
    );
  },
});

export const documentsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [index],
});

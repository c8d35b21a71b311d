import { coreExtensionData } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { KnownEntity } from './KnownEntity';

/** The stock page of an entity that is not there has no way on. */
export const entityPage = catalogPlugin
  .getExtension('page:catalog/entity')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <KnownEntity>
          {original.get(coreExtensionData.reactElement)}
        </KnownEntity>,
      );
    },
  });

import { defaultCatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';
import { charterText } from './charterText';

type Entity = Parameters<typeof defaultCatalogCollatorEntityTransformer>[0];

/**
 * What search knows of an entity. The charter is a field of its own, as results show the text, and every
 * entity has it, as the embedded engine searches the fields of the first document only.
 */
export function toSearchDocument(entity: Entity) {
  return {
    ...defaultCatalogCollatorEntityTransformer(entity),
    charter: charterText(entity),
  };
}

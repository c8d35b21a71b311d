import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** @throws `ConflictError` when the catalog has the component from elsewhere, as far as the caller may see it */
export async function requireFreeComponent(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  {
    entityRef,
    target,
    credentials,
  }: {
    entityRef: string;
    /** The file that is to define it. */
    target: string;
    credentials: BackstageCredentials;
  },
): Promise<void> {
  const there = await catalog.getEntityByRef(entityRef, { credentials });
  const from = there?.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!from || from === `url:${target}`) return;
  throw new ConflictError(
    `The catalog has ${entityRef} already, from ${from}: choose another name`,
  );
}

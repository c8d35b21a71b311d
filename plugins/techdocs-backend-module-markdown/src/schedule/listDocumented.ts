import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE = 500;
const fields = ['kind', 'metadata.namespace', 'metadata.name'];

/** The entities that have documents of their own. Fails rather than answer a part of them. */
export async function listDocumented(options: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<string[]> {
  const { catalog, auth } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const refs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE, fields }
        : {
            query: {
              'metadata.annotations.backstage.io/techdocs-ref': {
                $exists: true,
              },
            },
            limit: PAGE,
            fields,
            totalItems: 'exclude',
          },
      { credentials },
    );
    refs.push(...page.items.map(entity => stringifyEntityRef(entity)));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return refs;
}

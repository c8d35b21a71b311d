import type { AuthService } from '@backstage/backend-plugin-api';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogContent } from '../domain/entities';

const pageSize = 500;
const naming = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
];
const docs = 'metadata.annotations.backstage.io/techdocs-ref';
const origin = `metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`;

/** Reads from the catalog what the index needs, by pages, and nothing else of it. */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async read(): Promise<CatalogContent> {
    const [groups, users, software] = await Promise.all([
      this.#readAll(['Group'], [origin, docs, 'metadata.description', 'spec']),
      this.#readAll(
        ['User'],
        [
          origin,
          'spec.profile.displayName',
          'spec.memberOf',
          'spec.home',
          'spec.role',
          'spec.joinedAt',
        ],
      ),
      this.#readAll(
        ['System', 'Domain', 'Component', 'API', 'Resource', 'Template'],
        [
          docs,
          'metadata.annotations.backstage.io/techdocs-entity',
          'spec.type',
          'spec.lifecycle',
          'spec.owner',
          'spec.system',
          'spec.parentSystem',
          'spec.domain',
        ],
      ),
    ]);
    return { groups, users, software };
  }

  async #readAll(kinds: string[], fields: string[]): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: pageSize, fields: [...naming, ...fields] }
          : {
              filter: { kind: kinds },
              limit: pageSize,
              fields: [...naming, ...fields],
              totalItems: 'exclude',
            },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}

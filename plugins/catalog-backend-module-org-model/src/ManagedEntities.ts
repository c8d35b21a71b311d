import { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ORG_MODEL_ORIGIN } from '@squadron/plugin-org-model-node';
import { Digests, digestOf } from './digests';

/** What the catalog holds of earlier imports. It outlives a restart of the backend. */
export class ManagedEntities {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** All of them, each with the digest of the definition that it was made from. */
  async digests(): Promise<Digests> {
    const digests = new Map<string, string | undefined>();
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]:
            ORG_MODEL_ORIGIN,
        },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.annotations',
        ],
        pageSize: 1_000,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        digests.set(stringifyEntityRef(entity), digestOf(entity));
      }
    }
    return digests;
  }
}

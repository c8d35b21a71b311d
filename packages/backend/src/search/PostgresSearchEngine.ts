import {
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  ConcretePgSearchQuery,
  PgSearchEngine,
  PgSearchQueryTranslatorOptions,
} from '@backstage/plugin-search-backend-module-pg';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import { codesOf } from './codes';
import { readCursor } from './pageCursor';
import {
  PostgresDocumentStore,
  RankedPgSearchQuery,
} from './PostgresDocumentStore';

/** The stock engine orders by how often words occur. This one leads from a title or a code to what has it. */
export class PostgresSearchEngine extends PgSearchEngine {
  static async fromConfig(
    config: RootConfigService,
    options: { database: DatabaseService; logger: LoggerService },
  ): Promise<PostgresSearchEngine> {
    const store = await PostgresDocumentStore.create(options.database);
    return new PostgresSearchEngine(store, config, options.logger);
  }

  translator(
    query: SearchQuery,
    options: PgSearchQueryTranslatorOptions,
  ): ConcretePgSearchQuery {
    // The stock engine takes these signs of its language away, which would make one word of two.
    const term = query.term.replace(/[\0()|&:*!<]/g, ' ');
    const { pgQuery, pageSize } = super.translator({ ...query, term }, options);
    const ranked: RankedPgSearchQuery = {
      ...pgQuery,
      term,
      codes: codesOf(term),
    };
    return { pgQuery: ranked, pageSize };
  }

  async query(query: SearchQuery): Promise<IndexableResultSet> {
    // The stock engine takes a cursor that it did not give out for an error of the database.
    readCursor(query.pageCursor);
    return super.query(query);
  }
}

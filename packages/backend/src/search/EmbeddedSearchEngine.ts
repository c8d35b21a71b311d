import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  LunrQueryTranslator,
  LunrSearchEngine,
  MissingIndexError,
} from '@backstage/plugin-search-backend-node';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import { codesOf, holdsEach } from './codes';
import { everyWord } from './everyWord';
import { readCursor, writeCursor } from './pageCursor';
import { rank } from './rank';

const DEFAULT_PAGE_SIZE = 25;
const MOST_RESULTS = 2000;

/**
 * The stock engine finds every document that resembles any one word. This one asks for all words
 * and resembles only when nothing else is found, so that a code such as `B-1` leads to its squad.
 */
export class EmbeddedSearchEngine extends LunrSearchEngine {
  readonly #stock: LunrQueryTranslator;

  constructor(options: { logger: LoggerService }) {
    super(options);
    this.#stock = this.translator as LunrQueryTranslator;
  }

  async query(query: SearchQuery): Promise<IndexableResultSet> {
    const page = readCursor(query.pageCursor);
    const size = query.pageLimit ?? DEFAULT_PAGE_SIZE;
    const results = rank(await this.#find(query), query.term);
    const start = page * size;
    return {
      results: results
        .slice(start, start + size)
        .map((result, index) => ({ ...result, rank: start + index + 1 })),
      numberOfResults: results.length,
      ...(results.length > start + size && {
        nextPageCursor: writeCursor(page + 1),
      }),
      ...(page > 0 && { previousPageCursor: writeCursor(page - 1) }),
    };
  }

  async #find(query: SearchQuery) {
    try {
      const exact = await this.#queryBy(everyWord(this.#stock), query);
      return exact.length > 0 ? exact : await this.#queryBy(this.#stock, query);
    } catch (error) {
      if (error instanceof MissingIndexError) {
        throw new ServiceUnavailableError(
          'The search index is being filled after the start. Try again in a few seconds.',
        );
      }
      throw error;
    }
  }

  /** The stock query reads the translator before it first waits, so that calls do not mix. */
  async #queryBy(translator: LunrQueryTranslator, query: SearchQuery) {
    this.translator = translator;
    const { results } = await super.query({
      ...query,
      pageCursor: undefined,
      pageLimit: MOST_RESULTS,
    });
    const codes = codesOf(query.term);
    return results.filter(({ document }) => holdsEach(document, codes));
  }
}

import { LunrQueryTranslator } from '@backstage/plugin-search-backend-node';
import lunr from 'lunr';

/** The words of a text as the index holds them: without stop words, each as it is and stemmed. */
function wordsOf(term: string): { word: string; stem: string }[] {
  return lunr
    .tokenizer(term)
    .filter(token => lunr.stopWordFilter(token) !== undefined)
    .map(token => ({
      word: token.toString(),
      stem: lunr.stemmer(token.clone()).toString(),
    }));
}

/**
 * Asks for every word, at least as the beginning of one in the document. Filters stay as the
 * stock translator has them.
 */
export function everyWord(stock: LunrQueryTranslator): LunrQueryTranslator {
  return query => {
    const words = wordsOf(query.term);
    if (words.length === 0) {
      return stock(query);
    }
    const filters = stock({ ...query, term: '' });
    return {
      ...filters,
      lunrQueryBuilder: builder => {
        filters.lunrQueryBuilder.call(builder, builder);
        for (const { word, stem } of words) {
          // A letter or a digit alone is part of a code, not the beginning of a word.
          builder.term(word.length > 1 ? `${stem}*` : word, {
            usePipeline: false,
            presence: lunr.Query.presence.REQUIRED,
          });
          builder.term(word, { usePipeline: true, boost: 10 });
        }
      },
    };
  };
}

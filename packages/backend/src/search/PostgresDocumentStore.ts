import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  DatabaseDocumentStore,
  DocumentResultRow,
  PgSearchHighlightOptions,
  PgSearchQuery,
} from '@backstage/plugin-search-backend-module-pg';
import { plain, soughtFirst } from './rank';

type Transaction = Parameters<DatabaseDocumentStore['query']>[0];
type Rows = ReturnType<Transaction>;

/** A query of the stock engine with what its order needs. */
export interface RankedPgSearchQuery extends PgSearchQuery {
  term: string;
  /** Words that a document must hold as they are. */
  codes: string[];
}

/** As `plain` writes it. */
const plainTitle = `' ' || btrim(regexp_replace(lower(document->>'title'), '[^[:alnum:]]+', ' ', 'g')) || ' '`;

/** The documents of the stock engine, in the order in which `rank` puts those of the embedded one. */
export class PostgresDocumentStore extends DatabaseDocumentStore {
  static async create(
    database: DatabaseService,
  ): Promise<PostgresDocumentStore> {
    await super.create(database);
    return new PostgresDocumentStore(await database.getClient());
  }

  async query(
    tx: Transaction,
    query: RankedPgSearchQuery,
  ): Promise<DocumentResultRow[]> {
    const rows = tx('documents')
      .select('type', 'document')
      .select(tx.raw('count(*) over () as total_count'))
      .offset(query.offset)
      .limit(query.limit);
    if (query.types) rows.whereIn('type', query.types);
    filter(rows, query.fields);
    if (query.pgTerm) {
      match(rows, query.pgTerm, query.codes);
      order(rows, query);
      if (query.options.useHighlight) {
        rows.select(
          tx.raw(`ts_headline('english', document, query, ?) as highlight`, [
            headline(query.options),
          ]),
        );
      }
    }
    // To the last, as pages could otherwise show one document twice and another not at all.
    return rows.orderByRaw(`document->>'title', hash`);
  }
}

/** A field has one of the values, or a list with one of them. */
function filter(rows: Rows, fields: PgSearchQuery['fields'] = {}): void {
  for (const [field, value] of Object.entries(fields)) {
    rows.where(either => {
      for (const each of [value].flat()) {
        for (const form of [each, [each]]) {
          const part = JSON.stringify({ [field]: form });
          either.orWhereRaw('document @> ?', [part]);
        }
      }
    });
  }
}

function match(rows: Rows, pgTerm: string, codes: string[]): void {
  rows
    .joinRaw(`cross join to_tsquery('english', ?) as query`, [pgTerm])
    .whereRaw('body @@ query');
  for (const code of codes) {
    rows.whereRaw(
      'exists (select from jsonb_each_text(document) as field where value ~* ?)',
      [`(^|[^[:alnum:]])${code}($|[^[:alnum:]])`],
    );
  }
}

function order(
  rows: Rows,
  { term, normalization = 0 }: RankedPgSearchQuery,
): void {
  const asked = plain(term);
  rows
    .joinRaw(
      `cross join lateral (select ${plainTitle} as plain_title) as titles`,
    )
    .joinRaw(
      `cross join lateral (
        select case
          when plain_title = ? then 0
          when starts_with(plain_title, ?) then 1
          when position(? in plain_title) > 0 then 2
          else 3
        end as closeness
      ) as closenesses`,
      [asked, asked, asked],
    )
    .orderByRaw('closeness')
    .orderByRaw(
      `case when closeness < 3 then array_position(
        ?::text[],
        case when type = 'techdocs' then type else lower(document->>'kind') end
      ) end`,
      [soughtFirst],
    )
    .orderByRaw('case when closeness < 3 then length(plain_title) end')
    // Whole words before words that only begin so.
    .orderByRaw(`body @@ plainto_tsquery('english', ?) desc`, [term])
    .orderByRaw('ts_rank_cd(body, query, ?) desc', [normalization]);
}

function headline(options: PgSearchHighlightOptions): string {
  return [
    `MaxWords=${options.maxWords}`,
    `MinWords=${options.minWords}`,
    `ShortWord=${options.shortWord}`,
    `HighlightAll=${options.highlightAll}`,
    `MaxFragments=${options.maxFragments}`,
    `FragmentDelimiter=${options.fragmentDelimiter}`,
    `StartSel=${options.preTag}`,
    `StopSel=${options.postTag}`,
  ].join(', ');
}

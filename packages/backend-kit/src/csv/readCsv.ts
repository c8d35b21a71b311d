import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '@backstage/errors';
import { CsvError, Info, parse } from 'csv-parse';
import { checkHeader, CsvColumns, detectDelimiter } from './header';
import { readFirstLine, readText, resume, TextSource } from './text';

const BATCH_SIZE = 1000;
const MAX_ROW_BYTES = 100_000;

/** A row of a file. A field that the row does not have is empty; a column that the file does not have is left out. */
export interface CsvRow<
  TRequired extends string = string,
  TOptional extends string = string,
> {
  /** Where the row starts in the file; the first line is 1. */
  line: number;
  record: Record<TRequired, string> & Partial<Record<TOptional, string>>;
}

/** What a file may hold, and who takes its rows. */
export interface CsvOptions<
  TRequired extends string,
  TOptional extends string,
> {
  columns: CsvColumns<TRequired, TOptional>;
  /** How many rows a file may have, without its header. */
  maxRows: number;
  /** Takes up to 1,000 rows in the order of the file; reading waits for it. */
  onRows: (rows: CsvRow<TRequired, TOptional>[]) => Promise<void> | void;
}

interface ParsedRow {
  record: string[];
  info: Info;
}

const plain: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  INVALID_OPENING_QUOTE:
    'a quote stands within a field: put the whole field in quotes, and write quotes within it twice',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows a closing quote: write quotes within a field twice',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE:
    'text follows a closing quote: write quotes within a field twice',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${MAX_ROW_BYTES} bytes; is a quote not closed?`,
};

function explain(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = Number(error.lines);
  return new InputError(
    `Line ${line} of the file is no CSV: ${plain[error.code] ?? error.message}`,
  );
}

/** The parser tells the line on which a row ends. */
function firstLineOf({ record, info }: ParsedRow): number {
  return record.reduce(
    (line, field) => line - (field.split('\n').length - 1),
    info.lines,
  );
}

function toRow<TRequired extends string, TOptional extends string>(
  parsed: ParsedRow,
  names: readonly string[],
): CsvRow<TRequired, TOptional> {
  const line = firstLineOf(parsed);
  const { record } = parsed;
  if (record.slice(names.length).some(field => field !== '')) {
    throw new InputError(
      `Line ${line} of the file has ${record.length} fields, the header names ${names.length}: put fields with a delimiter in them in quotes`,
    );
  }
  const fields = names.map((name, at) => [name, record[at] ?? '']);
  return { line, record: Object.fromEntries(fields) };
}

/**
 * Reads a CSV file (RFC 4180) that people or programs made, in bounded memory: with comma, semicolon or tab, with
 * or without a byte order mark, with any ends of lines (`\n` in the fields). Empty rows do not count; spaces around
 * fields go.
 *
 * @param source - UTF-8; it is closed when reading ends early
 * @returns how many rows there were, and the columns in the order of the file
 * @throws `InputError` when the header does not fit, the file is no CSV or has more than `maxRows` rows. Rows before
 *   the fault may have been handed to `onRows` already. What `onRows` throws ends the reading.
 *
 * @example
 * ```ts
 * await readCsv(request, {
 *   columns: { required: ['kpi', 'entity', 'value'], optional: ['at'] },
 *   maxRows: 100_000,
 *   onRows: rows => commands.record(rows),
 * });
 * ```
 */
export async function readCsv<
  const TRequired extends string,
  const TOptional extends string = never,
>(
  source: TextSource,
  options: CsvOptions<TRequired, TOptional>,
): Promise<{ rows: number; columns: string[] }> {
  const { columns, maxRows, onRows } = options;
  const text = readText(source);
  let names: string[] | undefined;
  let count = 0;

  const handOn = async (parsedRows: AsyncIterable<ParsedRow>) => {
    let batch: CsvRow<TRequired, TOptional>[] = [];
    for await (const parsed of parsedRows) {
      if (!names) {
        names = checkHeader(parsed.record, columns);
      } else if (count === maxRows) {
        throw new InputError(
          `The file has more than ${maxRows} rows: split it into several files`,
        );
      } else {
        count += 1;
        batch.push(toRow(parsed, names));
      }
      if (batch.length === BATCH_SIZE) {
        await onRows(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await onRows(batch);
  };

  try {
    const { line, read } = await readFirstLine(text);
    const parser = parse({
      delimiter: detectDelimiter(line),
      record_delimiter: '\n',
      info: true,
      max_record_size: MAX_ROW_BYTES,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    await pipeline(Readable.from(resume(read, text)), parser, handOn);
  } catch (error) {
    throw explain(error);
  } finally {
    await text.return();
  }
  return { rows: count, columns: names ?? checkHeader([], columns) };
}

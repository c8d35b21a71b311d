import { InputError } from '@backstage/errors';
import { nearest } from '../definitions/nearest';

/** The columns that a file must and may have. */
export interface CsvColumns<
  TRequired extends string = string,
  TOptional extends string = string,
> {
  required: readonly TRequired[];
  optional?: readonly TOptional[];
}

/** The delimiter that a header uses most: comma, semicolon or tab. */
export function detectDelimiter(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) =>
    count(each) > count(best) ? each : best,
  );
}

/**
 * The names of a file's columns.
 *
 * @throws `InputError` that names every column that is missing, unknown or there twice
 */
export function checkHeader(
  header: readonly string[],
  { required, optional = [] }: CsvColumns,
): string[] {
  // Spreadsheets write delimiters also behind the last column.
  const names = header
    .map(name => name.trim())
    .slice(0, header.findLastIndex(name => name.trim() !== '') + 1);
  const known = [...required, ...optional];
  const absent = known.filter(name => !names.includes(name));
  const unknown = [...new Set(names)].filter(name => !known.includes(name));
  const twice = known.filter(
    name => names.indexOf(name) !== names.lastIndexOf(name),
  );
  const faults = [
    ...unknown.map(name => {
      const meant = nearest(name, absent);
      return `“${name.slice(0, 50)}” is unknown${meant ? `, did you mean “${meant}”?` : ''}`;
    }),
    ...required
      .filter(name => absent.includes(name))
      .map(name => `“${name}” is missing`),
    ...twice.map(name => `“${name}” is there twice`),
  ];
  if (faults.length > 0) {
    const may =
      optional.length > 0 ? `, and may have ${optional.join(', ')}` : '';
    throw new InputError(
      `The columns of the file do not fit: ${faults.slice(0, 20).join('; ')}. A file must have the columns ${required.join(', ')}${may}`,
    );
  }
  return names;
}

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';
import { Command, CliError } from './io';
import { count, DEFAULT_DIRECTORY, loadGoodOrg } from './loadForCli';
import { schema } from './schema';

/** Writes the entities that the files make, as Backstage reads them. */
export const exportEntities: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      format: { type: 'string', default: 'yaml' },
      out: { type: 'string' },
      schema: { type: 'boolean', default: false },
    },
  });
  if (values.schema) return schema(['--dir', values.dir], io);
  const { entities } = await loadGoodOrg(values.dir, io);
  const text = serialize(
    entities.map(({ entity }) => entity),
    values.format,
  );
  if (values.out === undefined) {
    io.out(text.trimEnd());
  } else {
    await writeFile(resolve(io.cwd, values.out), text);
    io.out(`Wrote ${count(entities.length, 'entity')} to ${values.out}`);
  }
  return 0;
};

function serialize(entities: Entity[], format: string): string {
  switch (format) {
    case 'yaml':
      return entities
        .map(each =>
          stringify(each, { aliasDuplicateObjects: false, lineWidth: 0 }),
        )
        .join('---\n');
    case 'json':
      return `${JSON.stringify(entities, null, 2)}\n`;
    default:
      throw new CliError(
        `There is no format "${format}": use --format yaml or --format json.`,
      );
  }
}

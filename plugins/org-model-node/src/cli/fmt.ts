import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblem, hasErrors, readFolder } from '@squadron/backend-kit';
import { parseDocument } from 'yaml';
import { orderFields } from '../definitions/formatOrg';
import { CliError, Command } from './io';
import { count, DEFAULT_DIRECTORY, orgFolder } from './loadForCli';

/** Formats the organization's files; with `--check` only names those that it would change. */
export const fmt: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: DEFAULT_DIRECTORY },
      check: { type: 'boolean', default: false },
    },
  });
  const { directory, label = '' } = orgFolder(values.dir, io);
  const { files, problems } = await readFolder(directory);
  if (hasErrors(problems)) {
    problems.forEach(problem => io.err(formatProblem(problem)));
    throw new CliError('Put the errors above right first.');
  }
  let changed = 0;
  for (const { file, text } of files) {
    const path = join(directory, file);
    const formatted = await formatFile(path, `${label}${file}`, text);
    if (formatted !== text) {
      changed += 1;
      io.out(
        `${values.check ? 'Not formatted' : 'Formatted'}: ${label}${file}`,
      );
      if (!values.check) await writeFile(path, formatted);
    }
  }
  io.out(`${count(files.length, 'file')}, ${changed} not formatted before`);
  if (values.check && changed > 0) {
    io.err('Run "npm run org -- fmt" to format them.');
    return 1;
  }
  return 0;
};

async function formatFile(path: string, name: string, text: string) {
  const [error] = parseDocument(text).errors;
  if (error) {
    throw new CliError(
      `${name} is no valid YAML and stays as it is; "npm run org -- lint" says where: ${error.message}`,
    );
  }
  const { format, resolveConfig } = await import('prettier');
  const config = await resolveConfig(path);
  return format(orderFields(text), { ...config, filepath: path });
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatProblem, hasErrors } from '@squadron/backend-kit';
import {
  Command,
  count,
  DEFAULT_DIRECTORY,
  folderBeside,
  Io,
  loadKnownRefs,
  runCommands,
  writeSchemas,
} from '@squadron/plugin-org-model-node';
import {
  kpiJsonSchema,
  loadKpis,
  SCORECARDS_SCHEMA_FILE,
} from '@squadron/plugin-scorecards-node';

const dir = { type: 'string', default: DEFAULT_DIRECTORY } as const;

/** Says what is wrong with the KPIs in the folder beside the organization's. */
const lint: Command = async (args, io) => {
  const { values } = parseArgs({ args, options: { dir } });
  const folder = folderBeside(values.dir, 'scorecards', io);
  if (!existsSync(folder.directory)) return 0;
  const known = await loadKnownRefs(values.dir, io);
  const { kpis, problems } = await loadKpis(folder, known);
  problems.forEach(problem => io.err(formatProblem(problem)));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = count(problems.length - errors, 'warning');
  if (hasErrors(problems)) {
    io.err(`${count(errors, 'error')}, ${warnings}`);
    return 1;
  }
  const tracked = kpis.filter(({ targets }) => targets.length === 0).length;
  io.out(
    `The scorecards are good: ${count(kpis.length, 'KPI')}, ${tracked} of them without a target; ${warnings}`,
  );
  return 0;
};

/** Writes the JSON Schema for editors beside the KPIs; with `--check` only says whether it is up to date. */
const schema: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: { dir, check: { type: 'boolean', default: false } },
  });
  const folder = folderBeside(values.dir, 'scorecards', io);
  if (!existsSync(folder.directory)) return 0;
  const wanted = kpiJsonSchema();
  return writeSchemas([{ folder, file: SCORECARDS_SCHEMA_FILE, wanted }], {
    check: values.check,
    io,
  });
};

const usage =
  'The part of "npm run org" that knows KPIs: lint and schema, each with --dir; schema also with --check.';

/** Runs what `npm run org` does with KPIs; the answer is the exit code. */
export function run(argv: string[], io: Io): Promise<number> {
  return runCommands({ commands: { lint, schema }, usage }, argv, io);
}

import { isError, stringifyError } from '@backstage/errors';
import { CliError, Command, Io } from './io';

/** The commands of a command line, and how to call them. */
export interface CommandLine {
  commands: Readonly<Record<string, Command>>;
  usage: string;
}

/** Runs a command line; the answer is the exit code: 1 for what is wrong, 2 for a wrong call. */
export async function runCommands(
  { commands, usage }: CommandLine,
  [name, ...args]: string[],
  io: Io,
): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    (name === undefined ? io.err : io.out)(usage);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.err(`There is no command "${name}".\n\n${usage}`);
    return 2;
  }
  try {
    return await command(args, io);
  } catch (error) {
    if (error instanceof CliError) {
      io.err(error.message);
      return 1;
    }
    if (isWrongCall(error)) {
      io.err(`${error.message}\n\n${usage}`);
      return 2;
    }
    throw error;
  }
}

/** Runs a command line as this process, with its arguments and its output. */
export function runAsProcess(
  run: (argv: string[], io: Io) => Promise<number>,
): Promise<void> {
  return run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: text => process.stdout.write(`${text}\n`),
    err: text => process.stderr.write(`${text}\n`),
  }).then(
    code => {
      process.exitCode = code;
    },
    error => {
      process.stderr.write(`${stringifyError(error)}\n`);
      process.exitCode = 1;
    },
  );
}

function isWrongCall(error: unknown): error is Error {
  return isError(error) && String(error.code).startsWith('ERR_PARSE_ARGS');
}

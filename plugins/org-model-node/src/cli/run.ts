import { isError } from '@backstage/errors';
import { docs } from './docs';
import { exportEntities } from './export';
import { fmt } from './fmt';
import { CliError, Command, Io } from './io';
import { lint } from './lint';
import { plan } from './plan';
import { schema } from './schema';

const commands: Record<string, Command> = {
  lint,
  plan,
  export: exportEntities,
  fmt,
  schema,
  docs,
};

const usage = `npm run org -- <command> [--dir catalog-info/org]

  lint     says what is wrong with the files, with file, line and what to write instead;
           also with the checklists in the folder onboarding beside them
  plan     says what would change in a running portal
           --url http://localhost:7007  --persona <name> | --token <token>
           --against <export>  --force
  export   writes the entities that the files make
           --format yaml | json  --out <file>  --schema
  fmt      formats the files and keeps their comments
           --check
  schema   writes org.schema.json, and onboarding.schema.json beside checklists, for editors
           --check
  docs     writes the docs site of each squad, pod and team from its charter
           --out docs/squads  --check`;

/** Runs the command line; the answer is the exit code: 1 for what is wrong, 2 for a wrong call. */
export async function run([name, ...args]: string[], io: Io): Promise<number> {
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

function isWrongCall(error: unknown): error is Error {
  return isError(error) && String(error.code).startsWith('ERR_PARSE_ARGS');
}

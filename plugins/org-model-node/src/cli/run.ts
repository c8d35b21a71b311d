import { docs } from './docs';
import { exportEntities } from './export';
import { fmt } from './fmt';
import { Command, Io } from './io';
import { lint } from './lint';
import { plan } from './plan';
import { runCommands } from './runCommands';
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
           also with the checklists and the KPIs in the folders onboarding and scorecards beside them
  plan     says what would change in a running portal
           --url http://localhost:7007  --persona <name> | --token <token>
           --against <export>  --force
  export   writes the entities that the files make
           --format yaml | json  --out <file>  --schema
  fmt      formats the files and keeps their comments
           --check
  schema   writes org.schema.json for editors, and the same beside checklists and KPIs
           --check
  docs     writes the docs site of each squad, pod and team from its charter
           --out docs/squads  --check`;

/** Runs the command line; the answer is the exit code: 1 for what is wrong, 2 for a wrong call. */
export function run(argv: string[], io: Io): Promise<number> {
  return runCommands({ commands, usage }, argv, io);
}

import { parseArgs } from 'node:util';
import { formatProblem, hasErrors } from '@squadron/backend-kit';
import { loadOrg } from '../definitions';
import { Command } from './io';
import { count, DEFAULT_DIRECTORY, orgFolder } from './loadForCli';

/** Says what is wrong with the organization's files. */
export const lint: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string', default: DEFAULT_DIRECTORY } },
  });
  const { entities, problems } = await loadOrg([orgFolder(values.dir, io)]);
  problems.forEach(problem => io.err(formatProblem(problem)));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (hasErrors(problems)) {
    io.err(`${count(errors, 'error')}, ${count(warnings, 'warning')}`);
    return 1;
  }
  const typed = (type: string) =>
    entities.filter(
      ({ entity }) => entity.kind === 'Group' && entity.spec?.type === type,
    ).length;
  const people = entities.filter(({ entity }) => entity.kind === 'User').length;
  io.out(
    `The organization is good: ${count(typed('division'), 'division')}, ${count(typed('squad'), 'squad')}, ${count(typed('unit'), 'unit')}, ${people} ${people === 1 ? 'person' : 'people'}, ${count(entities.length, 'entity')} in all; ${count(warnings, 'warning')}`,
  );
  return 0;
};

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatProblem, hasErrors } from '@squadron/backend-kit';
import { CompiledEntity, loadOrg } from '../definitions';
import { Checklist, loadChecklists } from '../onboarding';
import { Command } from './io';
import {
  count,
  DEFAULT_DIRECTORY,
  folderBeside,
  orgFolder,
  refsOf,
} from './loadForCli';

/** Says what is wrong with the organization's files and with the checklists of new people beside them. */
export const lint: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string', default: DEFAULT_DIRECTORY } },
  });
  const org = await loadOrg([orgFolder(values.dir, io)]);
  const { entities, problems } = org;
  const folder = folderBeside(values.dir, 'onboarding', io);
  const onboarding = existsSync(folder.directory)
    ? await loadChecklists(folder, refsOf(org))
    : undefined;
  const all = [...problems, ...(onboarding?.problems ?? [])];
  all.forEach(problem => io.err(formatProblem(problem)));
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.length - errors;
  if (hasErrors(all)) {
    io.err(`${count(errors, 'error')}, ${count(warnings, 'warning')}`);
    return 1;
  }
  io.out(
    `The organization is good: ${contentsOf(entities)}; ${count(warnings, 'warning')}`,
  );
  if (onboarding) {
    io.out(`The onboarding is good: ${itemsOf(onboarding.checklists)}`);
  }
  return 0;
};

function contentsOf(entities: readonly CompiledEntity[]): string {
  const typed = (type: string) =>
    entities.filter(
      ({ entity }) => entity.kind === 'Group' && entity.spec?.type === type,
    ).length;
  const people = entities.filter(({ entity }) => entity.kind === 'User').length;
  return [
    count(typed('division'), 'division'),
    count(typed('squad'), 'squad'),
    count(typed('unit'), 'unit'),
    `${people} ${people === 1 ? 'person' : 'people'}`,
    `${count(entities.length, 'entity')} in all`,
  ].join(', ');
}

function itemsOf(checklists: readonly Checklist[]): string {
  const items = checklists.flatMap(checklist => checklist.items);
  return `${count(checklists.length, 'checklist')}, ${count(items.length, 'item')}`;
}

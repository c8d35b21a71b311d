import { Place, ProblemList } from '@squadron/backend-kit';
import { isError } from '@backstage/errors';
import { Cadence, parseCadence } from '@squadron/plugin-org-model-common';
import { DeclaredGroup } from './declarations';
import { GroupIndex } from './groupIndex';

/** A dependency whose group was found. */
export interface ResolvedDependency {
  group: DeclaredGroup;
  for: string;
}

/** The groups that a group depends on; says which of them do not exist. */
export function resolveDependencies(
  group: DeclaredGroup,
  index: GroupIndex,
  problems: ProblemList,
): ResolvedDependency[] {
  return group.charter.dependencies.flatMap((dependency, position) => {
    const place = group.at(['dependencies', position, 'on']);
    const found = index.find(dependency.on);
    if (!found.group) {
      problems.error(
        place,
        `${group.name} cannot depend on "${dependency.on}": ${found.message}`,
        found.fix,
      );
      return [];
    }
    if (found.group.name === group.name) {
      problems.error(
        place,
        `${group.name} depends on itself`,
        'name the group that it needs, or take the line out',
      );
      return [];
    }
    return [{ group: found.group, for: dependency.for }];
  });
}

/** Says which cadences are not understood and which ids stand twice in a group. */
export function checkCharter(
  group: DeclaredGroup,
  problems: ProblemList,
): void {
  group.charter.cadences.forEach((cadence, position) => {
    checkCadence(group, cadence, position, problems);
  });
  const { timeZone } = group;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    problems.error(
      group.at(['timeZone']),
      `"${timeZone}" is no time zone`,
      'write an IANA name such as Europe/Berlin or UTC',
    );
  }
  for (const field of ['kpis', 'objectives', 'cadences'] as const) {
    checkIds(
      group.charter[field].map(({ id }) => id),
      position => group.at([field, position, 'id']),
      `${field} of ${group.name}`,
      problems,
    );
  }
}

function checkIds(
  ids: string[],
  placeOf: (position: number) => Place,
  where: string,
  problems: ProblemList,
): void {
  ids.forEach((id, position) => {
    if (ids.indexOf(id) < position) {
      problems.error(
        placeOf(position),
        `the id "${id}" is there twice in the ${where}`,
        'give one of the two another id',
      );
    }
  });
}

function checkCadence(
  group: DeclaredGroup,
  cadence: Cadence,
  position: number,
  problems: ProblemList,
): void {
  try {
    parseCadence(cadence);
  } catch (error) {
    const text = isError(error) ? error.message : String(error);
    const [, field] = /^`(\w+):/.exec(text) ?? [];
    const [, message, fix] = /^(.*?): (write .*)$/s.exec(text) ?? [];
    problems.error(
      group.at(['cadences', position, ...(field ? [field] : [])]),
      `the cadence "${cadence.id}" of ${group.name} is not understood: ${message ?? text}`,
      fix ?? 'put its words right',
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

import type { DefinitionFile } from './loadDefinitions';
import type { DefinitionProblem } from './problems';
import type { DefinitionPath } from './source';

/** Where something is written. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Looks up places below one item of a file. */
export type Locate = (
  path: DefinitionPath,
  target?: 'value' | 'field',
) => Place;

/** Makes the {@link Locate} of the item at a path. */
export function locateIn(
  { file, at }: Pick<DefinitionFile<unknown>, 'file' | 'at'>,
  base: DefinitionPath,
): Locate {
  return (path, target) => ({ file, ...at([...base, ...path], target) });
}

/** `division-1b.yaml:12`, for a sentence about another place. */
export function placeText({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** Gathers what is wrong, so that all of it is said at once. */
export class ProblemList {
  readonly problems: DefinitionProblem[] = [];

  error(place: Place | undefined, message: string, fix: string): void {
    this.problems.push({ severity: 'error', ...place, message, fix });
  }

  warning(place: Place, message: string, fix: string): void {
    this.problems.push({ severity: 'warning', ...place, message, fix });
  }
}

import { PageProblem } from '../render/types';

/** Something to mend in the sources of a site, with the file that it is in. */
export interface SiteProblem extends PageProblem {
  /** Relative to the folder of `mkdocs.yml`. */
  file: string;
}

export function formatProblem({ file, line, message }: SiteProblem): string {
  return `${file}${line > 0 ? `:${line}` : ''}: ${message}`;
}

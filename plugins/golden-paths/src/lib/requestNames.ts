import type { ProjectUpdate } from '@squadron/plugin-golden-paths-common';

/** What people call a request to merge, where they make it. */
export const requestNames: Record<
  NonNullable<ProjectUpdate['host']>,
  string
> = {
  github: 'pull request',
  gitlab: 'merge request',
};

import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { subjectOf } from './drafts';

/** A run of a golden path as a list shows it. */
export interface PathTask {
  id: string;
  /** What it is about: the name of what it makes or changes. */
  subject: string;
  /** Title of the golden path. */
  path: string;
  /** Who started it: ref and title; nobody when a plugin did. */
  by?: { ref: string; title: string };
  status: ScaffolderTask['status'];
  createdAt: string;
}

/** Without kind and namespace, which say nothing among components of one namespace. */
const shortOf = (subject: string) =>
  subject.replace(/^component:(default\/)?/, '');

function personOf({ user }: ScaffolderTask['spec']): PathTask['by'] {
  if (!user?.ref) return undefined;
  const { metadata, spec } = user.entity ?? {};
  return {
    ref: user.ref,
    title: spec?.profile?.displayName ?? metadata?.name ?? user.ref,
  };
}

/** A task of the scaffolder in the terms of golden paths. */
export function toPathTask(task: ScaffolderTask): PathTask {
  const { id, spec, status, createdAt } = task;
  const { parameters, templateInfo } = spec;
  const subject = subjectOf(parameters);
  const { title, name } = templateInfo?.entity?.metadata ?? {};
  return {
    id,
    subject: subject ? shortOf(subject) : 'without a name',
    path: title ?? name ?? templateInfo?.entityRef ?? 'without a template',
    by: personOf(spec),
    status,
    createdAt,
  };
}

/** Whether a task has not ended. */
export const isUnderWay = ({ status }: Pick<PathTask, 'status'>) =>
  status === 'open' || status === 'processing';

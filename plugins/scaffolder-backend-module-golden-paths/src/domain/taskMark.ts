const key = 'Scaffolder-Task: ';

/** A line of the message of the first commit, by which a task knows its own again on a host. */
export function markOf(task: string): string {
  return `${key}${task}`;
}

/** Whether the message of a commit says that this task has written it; any task when left out. */
export function isMarked(message: string, task?: string): boolean {
  const isMark = (line: string) =>
    task === undefined
      ? line.startsWith(key) && line !== key
      : line === markOf(task);
  return message.split('\n').some(isMark);
}

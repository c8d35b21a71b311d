/** On whose behalf a task of the scaffolder makes something, by which it knows its own again. */
export function creatorOf(taskId: string): string {
  return `task:${taskId}`;
}

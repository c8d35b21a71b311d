import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

const user = {
  ref: 'user:default/engineer-b-1',
  entity: {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'User' as const,
    metadata: { name: 'engineer-b-1', title: 'B-1 Engineer' },
    spec: { memberOf: [] },
  },
};

/** Runs an action as a task does, and answers what it put out. */
export async function runAction<
  T extends { handler(ctx: never): Promise<void> },
>(
  action: T,
  input: object,
  more: {
    workspacePath?: string;
    task?: string;
    isDryRun?: boolean;
    signal?: AbortSignal;
    templateInfo?: object;
    /** What earlier runs of the task have done; it is added to. */
    checkpoints?: Map<string, unknown>;
  } = {},
): Promise<Record<string, unknown>> {
  const outputs: Record<string, unknown> = {};
  const { checkpoints = new Map<string, unknown>() } = more;
  const context = {
    ...createMockActionContext({ workspacePath: more.workspacePath }),
    input,
    task: { id: more.task ?? 'task-1' },
    isDryRun: more.isDryRun,
    signal: more.signal,
    templateInfo: more.templateInfo,
    user,
    async checkpoint({ key, fn }: { key: string; fn(): Promise<unknown> }) {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key);
    },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  };
  await action.handler(context as never);
  return outputs;
}

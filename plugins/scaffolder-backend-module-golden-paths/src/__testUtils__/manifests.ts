import { z } from 'zod';

const labels = z.record(z.string(), z.string());
const parameters = z.array(
  z.strictObject({ name: z.string(), value: z.string() }),
);

/** What Argo CD reads, as far as golden paths write it. */
const application = z.strictObject({
  apiVersion: z.literal('argoproj.io/v1alpha1'),
  kind: z.literal('Application'),
  metadata: z.strictObject({
    name: z.string(),
    namespace: z.literal('argocd'),
    labels,
  }),
  spec: z.strictObject({
    project: z.string(),
    source: z.strictObject({
      repoURL: z.url(),
      targetRevision: z.string(),
      path: z.string(),
    }),
    destination: z.strictObject({
      server: z.url(),
      namespace: z.string().max(63),
    }),
    syncPolicy: z.strictObject({
      automated: z.strictObject({ prune: z.boolean(), selfHeal: z.boolean() }),
    }),
  }),
});

const step = z.strictObject({
  name: z.string(),
  image: z.string().regex(/:[\w.-]+$/),
  workingDir: z.string().optional(),
  script: z.string().optional(),
  args: z.array(z.string()).optional(),
  env: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .optional(),
});

const task = z
  .strictObject({
    name: z.string(),
    runAfter: z.array(z.string()).optional(),
    taskRef: z.strictObject({ name: z.string() }).optional(),
    taskSpec: z
      .strictObject({
        params: z.array(z.strictObject({ name: z.string() })).optional(),
        workspaces: z.array(z.strictObject({ name: z.string() })).optional(),
        steps: z.array(step).min(1),
      })
      .optional(),
    workspaces: z
      .array(z.strictObject({ name: z.string(), workspace: z.string() }))
      .optional(),
    params: parameters.optional(),
  })
  .refine(({ taskRef, taskSpec }) => !taskRef !== !taskSpec);

/** What Tekton reads, likewise; what it names is there. */
const pipeline = z
  .strictObject({
    apiVersion: z.literal('tekton.dev/v1'),
    kind: z.literal('Pipeline'),
    metadata: z.strictObject({ name: z.string() }),
    spec: z.strictObject({
      params: z.array(
        z.strictObject({
          name: z.string(),
          type: z.literal('string'),
          default: z.string().optional(),
        }),
      ),
      workspaces: z.array(z.strictObject({ name: z.string() })),
      tasks: z.array(task).min(1),
    }),
  })
  .superRefine(({ spec }, context) => {
    const names = (items: { name: string }[]) => items.map(({ name }) => name);
    const asked = spec.tasks.flatMap(each => [
      ...(each.runAfter ?? []).map(name => ({ name, of: names(spec.tasks) })),
      ...(each.workspaces ?? []).map(({ workspace }) => ({
        name: workspace,
        of: names(spec.workspaces),
      })),
      ...(each.params ?? []).flatMap(({ value }) =>
        [...value.matchAll(/\$\(params\.(\w+)\)/g)].map(([, name]) => ({
          name,
          of: names(spec.params),
        })),
      ),
    ]);
    for (const { name, of } of asked) {
      if (!of.includes(name)) context.addIssue(`${name} is none of ${of}`);
    }
  });

/** What keeps the level of service, by https://github.com/OpenSLO/OpenSLO, likewise. */
const slo = z.object({
  apiVersion: z.literal('openslo/v1'),
  kind: z.literal('SLO'),
  metadata: z.object({ name: z.string().max(63) }),
  spec: z.object({
    description: z.string(),
    service: z.string(),
    timeWindow: z.array(z.object({ duration: z.string() })).length(1),
    objectives: z.array(z.object({ target: z.number().gt(0).lt(1) })).min(1),
  }),
});

/** The kinds that a Kubernetes without extensions does not know, by the start of their files' paths. */
export const foreignKinds = new Map<string, z.ZodType>([
  ['argocd/', application],
  ['tekton/', pipeline],
  ['slo.yaml', slo],
]);

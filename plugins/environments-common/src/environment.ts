import { z } from 'zod/v3';

/**
 * Where an environment stands. `preparing`: the golden path that makes it has not ended yet, and it goes
 * within half an hour unless it does; `ready`; `expired`: it is about to go; `terminating`: the cluster
 * takes it away; `stuck`: something in it has held that up for ten minutes.
 */
export const environmentPhases = [
  'preparing',
  'ready',
  'expired',
  'terminating',
  'stuck',
] as const;
export type EnvironmentPhase = (typeof environmentPhases)[number];

/** How much of a quota is used, in the words of Kubernetes, such as `500m` or `2Gi`. */
export const quotaSchema = z.object({
  resource: z.string(),
  used: z.string(),
  hard: z.string(),
});
export type Quota = z.output<typeof quotaSchema>;

/** A namespace for development, which goes by itself. Moments are ISO 8601 in UTC. */
export const environmentSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  /** Ref of the component that it is for. */
  component: z.string(),
  /** Of the branch that it is for; the main one when left out. */
  branch: z.string().optional(),
  /** Ref of the group that owns it. */
  owner: z.string(),
  ownerTitle: z.string(),
  /** Ref of who asked for it. */
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** The latest moment to which it can be kept. */
  extendableUntil: z.string(),
  phase: z.enum(environmentPhases),
  /** What holds it, in the words of the cluster, when it is stuck. */
  problem: z.string().optional(),
  quotas: z.array(quotaSchema),
  /** The labels of the namespace, with the tags of costs among them. */
  labels: z.record(z.string()),
});
export type Environment = z.output<typeof environmentSchema>;

/** A cluster that environments are made in. */
export const clusterSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Why it does not answer; nothing when it does. */
  problem: z.string().optional(),
});
export type Cluster = z.output<typeof clusterSchema>;

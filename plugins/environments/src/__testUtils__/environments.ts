import type { Environment } from '@squadron/plugin-environments-common';

/** The clock of the server in the tests. */
export const now = '2026-11-28T12:00:00.000Z';

/** An environment that is ready and ends in two days. */
export function anEnvironment(some: Partial<Environment> = {}): Environment {
  return {
    cluster: 'dev',
    namespace: 'dev-shop',
    component: 'component:default/shop',
    owner: 'group:default/squad-b-1',
    ownerTitle: 'B-1 Compute Platform',
    createdBy: 'user:default/engineer-b-1',
    createdAt: '2026-11-27T12:00:00.000Z',
    expiresAt: '2026-11-30T12:00:00.000Z',
    extendableUntil: '2026-12-11T12:00:00.000Z',
    phase: 'ready',
    quotas: [{ resource: 'pods', used: '3', hard: '20' }],
    labels: { 'cost-center': 'cc-b1' },
    ...some,
  };
}

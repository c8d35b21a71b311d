import type { Entity } from '@backstage/catalog-model';
import { template } from './portal';

/** A component that a golden path has made, of version 1.0.0. */
export const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    namespace: 'default',
    annotations: {
      'golden-paths.squadron/template': 'template:default/node-service',
      'golden-paths.squadron/version': '1.0.0',
    },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/squad-b-1' }],
};
export const dayTwo = [
  template('decommission', 'Decommission', { type: 'day-two' }),
  template('template-upgrade', 'Upgrade', { type: 'day-two' }),
];
/** Golden paths without a newer version for it, and with one. */
export const current = [template('node-service', 'Node service'), ...dayTwo];
export const newer = [
  template('node-service', 'Node service', { version: '1.1.0' }),
  ...dayTwo,
];

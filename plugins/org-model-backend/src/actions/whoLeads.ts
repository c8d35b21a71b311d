import { requirePermission } from '@squadron/backend-kit';
import {
  orgModelReadPermission,
  personRecordSchema,
} from '@squadron/plugin-org-model-common';
import { findGroup } from '../router/lookup';
import type { ActionOptions } from './registerActions';

export function registerWhoLeads(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'who-leads',
    title: 'Who leads a group',
    description:
      'The lead of a group and the leads above it, nearest first: whom to ask, and whom to ask next.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          group: z.string().describe('Name or reference of a group'),
        }),
      output: z => z.object({ leads: z.array(personRecordSchema) }),
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        orgModelReadPermission,
        credentials,
      );
      const index = await options.index.get();
      const group = findGroup(index, input.group);
      return { output: { leads: index.tree.leads(group) } };
    },
  });
}

import { requirePermission } from '@squadron/backend-kit';
import {
  groupAnswerSchema,
  orgModelReadPermission,
} from '@squadron/plugin-org-model-common';
import { toGroupAnswer } from '../domain/views';
import { findGroup } from '../router/lookup';
import type { ActionOptions } from './registerActions';

export function registerGetGroup(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'get-group',
    title: 'Get a group',
    description:
      'The charter of a group of the organization: what it is for, who leads it, what it depends on, where it hangs.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          group: z
            .string()
            .describe(
              'Name or reference, such as squad-b-1 or group:default/squad-b-1',
            ),
        }),
      output: () => groupAnswerSchema,
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        orgModelReadPermission,
        credentials,
      );
      const index = await options.index.get();
      return { output: toGroupAnswer(index, findGroup(index, input.group)) };
    },
  });
}

import { requirePermission } from '@squadron/backend-kit';
import {
  orgModelReadPermission,
  personSchema,
} from '@squadron/plugin-org-model-common';
import { listPeople } from '../domain/people';
import { findGroup } from '../router/lookup';
import type { ActionOptions } from './registerActions';

export function registerListPeople(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'list-people',
    title: 'List people',
    description:
      'People of a group and everything below it, or of the whole organization, by name, in pages.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          group: z.string().optional().describe('Name or reference of a group'),
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Part of a name, title or role'),
          limit: z.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .optional()
            .describe('`nextCursor` of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(personSchema),
          total: z.number().int(),
          nextCursor: z.string().optional(),
        }),
    },
    async action({ input, credentials }) {
      await requirePermission(
        options.permissions,
        orgModelReadPermission,
        credentials,
      );
      const index = await options.index.get();
      const output = listPeople(index, {
        group: findGroup(index, input.group),
        q: input.search,
        direct: false,
        limit: input.limit,
        cursor: input.cursor,
      });
      return { output };
    },
  });
}

import { NotAllowedError } from '@backstage/errors';
import { requirePermission } from '@squadron/backend-kit';
import {
  onboardingSchema,
  orgModelReadPermission,
} from '@squadron/plugin-org-model-common';
import type { ActionOptions } from './registerActions';

export function registerGetOnboarding(options: ActionOptions): void {
  options.actionsRegistry.register({
    name: 'get-onboarding',
    title: 'Get the onboarding checklist',
    description:
      "The caller's own checklist of the first weeks: what to read, whom to meet, which accesses to get, and what of it is done.",
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({}),
      output: () => onboardingSchema,
    },
    async action({ credentials }) {
      await requirePermission(
        options.permissions,
        orgModelReadPermission,
        credentials,
      );
      if (!options.auth.isPrincipal(credentials, 'user')) {
        throw new NotAllowedError(
          'A checklist is a person’s: call this with the token of a user',
        );
      }
      const { userEntityRef } = credentials.principal;
      return { output: await options.onboarding.of(userEntityRef) };
    },
  });
}

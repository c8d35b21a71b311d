import { stringifyEntityRef } from '@backstage/catalog-model';
import type { OnboardingCommands } from '../services/OnboardingCommands';
import type { OnboardingQueries } from '../services/OnboardingQueries';
import { personOf } from './lookup';
import type { OrgModelHandlers } from './types';

/** Routes about somebody's first weeks. */
export function onboardingRoutes(options: {
  onboarding: { queries: OnboardingQueries; commands: OnboardingCommands };
}): Pick<
  OrgModelHandlers,
  | 'onboarding'
  | 'tickOnboardingItem'
  | 'untickOnboardingItem'
  | 'newPeople'
  | 'newPerson'
> {
  const { queries, commands } = options.onboarding;
  return {
    async onboarding({ credentials }) {
      return queries.of(personOf(credentials));
    },
    async tickOnboardingItem({ credentials, params }) {
      await commands.tick(personOf(credentials), params.item);
    },
    async untickOnboardingItem({ credentials, params }) {
      await commands.untick(personOf(credentials), params.item);
    },
    async newPeople({ credentials, query }) {
      return queries.newPeople(personOf(credentials), query);
    },
    async newPerson({ credentials, params }) {
      const ref = stringifyEntityRef({ kind: 'User', ...params });
      return queries.newPerson(personOf(credentials), ref);
    },
  };
}

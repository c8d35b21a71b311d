import { isLead, useMe } from '@squadron/plugin-org-model-react';
import { useCatalogHolds } from '../holdings';

/** Pages that have nothing to show, or nothing to this person. */
export function useEmptyPages(): string[] {
  const documents = useCatalogHolds('documents');
  const { value: me } = useMe();
  const hasOnboarding = me && (me.roles.includes('new-hire') || isLead(me));
  return [
    ...(documents ? [] : ['page:techdocs']),
    ...(hasOnboarding ? [] : ['page:org-model/onboarding']),
  ];
}

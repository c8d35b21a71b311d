import type { Entity } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import { clientOf, renderPart, setupBackend } from '@squadron/test-portal';
import type { ReactElement } from 'react';
import { scorecardsApiRef } from '../api/scorecardsApi';

export { refusal } from '@squadron/test-portal';

/** A backend for a test file, which knows who asks and the tree. */
export const setupPortal = () =>
  setupBackend({
    'GET org-model/people/me': {
      groups: [],
      roles: [],
      attention: [],
      person: {
        ref: 'user:default/lead-b-1',
        name: 'lead-b-1',
        title: 'Lead, B-1',
        memberOf: ['group:default/squad-b-1'],
        leads: [],
      },
    },
    'GET org-model/tree': { at: '2026-11-28T00:00:00Z', nodes: [] },
  });

/** Renders a part of the portal that talks to the test's backend. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; route?: string; entity?: Entity } = {},
) {
  return renderPart(element, {
    ...options,
    apis: [
      [orgModelApiRef, clientOf(orgModelContract)],
      [scorecardsApiRef, clientOf(scorecardsContract)],
      mockApis.storage(),
    ],
  });
}

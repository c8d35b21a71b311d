import type { Entity } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { environmentsContract } from '@squadron/plugin-environments-common';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { clientOf, renderPart, setupBackend } from '@squadron/test-portal';
import type { ReactElement } from 'react';
import { environmentsApiRef } from '../api/environmentsApi';

/** A backend for a test file, which knows nobody's groups and no tree. */
export const setupPortal = () =>
  setupBackend({
    'GET org-model/people/me': { groups: [], roles: [], attention: [] },
    'GET org-model/tree': { at: '2026-11-28T00:00:00Z', nodes: [] },
  });

/** Renders a part of the portal; who asks may do all but for the groups denied. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; entity?: Entity; denied?: string[] } = {},
) {
  const { denied = [], ...page } = options;
  return renderPart(element, {
    ...page,
    apis: [
      [orgModelApiRef, clientOf(orgModelContract)],
      [environmentsApiRef, clientOf(environmentsContract)],
      mockApis.permission({
        authorize: ({ resourceRef = '' }) =>
          denied.includes(resourceRef)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      mockApis.storage(),
    ],
  });
}

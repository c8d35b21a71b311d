import type { Entity } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { environmentsContract } from '@squadron/plugin-environments-common';
import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { clientOf, renderPart, setupBackend } from '@squadron/test-portal';
import type { ReactElement } from 'react';
import { draftsApiRef } from '../api/draftsApi';
import { environmentsApiRef } from '../api/environmentsApi';
import { goldenPathsApiRef } from '../api/goldenPathsApi';
import { DraftStore } from '../lib/DraftStore';

export const setupPortal = () =>
  setupBackend({
    'GET org-model/tree': { at: '2026-11-28T00:00:00Z', nodes: [] },
  });

/** A golden path in the catalog. */
export function template(
  name: string,
  title: string,
  more: { type?: string; version?: string; description?: string } = {},
): Entity {
  const { type = 'service', version = '1.0.0', description } = more;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      title,
      description,
      annotations: { 'golden-paths.squadron/version': version },
    },
    spec: { type, owner: 'group:default/squad-c-1' },
  };
}

/** Renders a part of golden paths; who asks may do all unless it is denied. */
export function renderPaths(
  element: ReactElement,
  options: {
    path?: string;
    entity?: Entity;
    templates?: Entity[];
    isDenied?: boolean;
    /** Names of what is denied of all that is allowed. */
    denied?: string[];
    drafts?: DraftStore;
    catalog?: ReturnType<typeof catalogApiMock>;
  } = {},
) {
  const {
    templates: entities = [],
    isDenied,
    denied = [],
    drafts,
    catalog,
    ...page
  } = options;
  return renderPart(element, {
    ...page,
    apis: [
      [orgModelApiRef, clientOf(orgModelContract)],
      [environmentsApiRef, clientOf(environmentsContract)],
      [goldenPathsApiRef, clientOf(goldenPathsContract)],
      catalog ?? catalogApiMock({ entities }),
      [draftsApiRef, drafts ?? new DraftStore(mockApis.storage())],
      mockApis.permission({
        authorize: ({ permission }) =>
          isDenied || denied.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    ],
  });
}

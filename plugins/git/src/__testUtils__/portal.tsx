import type { Entity } from '@backstage/catalog-model';
import { gitContract } from '@squadron/plugin-git-common';
import { clientOf, renderPart } from '@squadron/test-portal';
import type { ReactElement } from 'react';
import { gitApiRef } from '../api/gitApi';

/** Renders a part of the portal that talks to the test's backend, below `/git` as the page is. */
export function renderPortal(
  element: ReactElement,
  options: { path?: string; entity?: Entity } = {},
) {
  return renderPart(element, {
    path: '/git',
    route: '/git/*',
    ...options,
    apis: [[gitApiRef, clientOf(gitContract)]],
  });
}

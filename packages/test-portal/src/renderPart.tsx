import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';

export interface PartOptions {
  /** The address. */
  path?: string;
  /** Names what of the path are parameters. */
  route?: string;
  /** Whose page the part is on. */
  entity?: Entity;
  apis: NonNullable<Parameters<typeof renderInTestApp>[1]>['apis'];
}

/** Renders a part of the portal with the APIs that it asks. */
export function renderPart(
  element: ReactElement,
  { path = '/', route = '*', entity, apis }: PartOptions,
) {
  const page = (
    <Routes>
      <Route path={route} element={element} />
    </Routes>
  );
  return renderInTestApp(
    entity ? <EntityProvider entity={entity}>{page}</EntityProvider> : page,
    { initialRouteEntries: [path], apis },
  );
}

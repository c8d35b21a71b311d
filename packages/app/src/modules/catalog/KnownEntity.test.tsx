import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { KnownEntity } from './KnownEntity';

const known = async (request: { entityRefs: string[] }) => ({
  items: request.entityRefs.map(ref =>
    ref === 'group:default/squad-b-1' ? { kind: 'Group' } : undefined,
  ),
});

function open(path: string) {
  renderInTestApp(
    <TestApiProvider
      apis={[[catalogApiRef, { getEntitiesByRefs: known } as unknown as never]]}
    >
      <Routes>
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<KnownEntity>Its page</KnownEntity>}
        />
      </Routes>
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

describe('KnownEntity', () => {
  it('leads on from an entity that does not exist', async () => {
    open('/catalog/default/group/nope');
    expect(
      await screen.findByRole('heading', { name: 'There is no page here' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Search' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Org chart' })).toHaveAttribute(
      'href',
      '/org',
    );
    expect(screen.queryByText('Its page')).not.toBeInTheDocument();
  });

  it('shows one that does', async () => {
    open('/catalog/default/group/squad-b-1');
    expect(await screen.findByText('Its page')).toBeVisible();
  });
});

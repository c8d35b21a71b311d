import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { KnownTemplate } from './KnownTemplate';

const known = async (request: { entityRefs: string[] }) => ({
  items: request.entityRefs.map(ref =>
    ref === 'template:default/go-service' ? { kind: 'Template' } : undefined,
  ),
});

function open(path: string, getEntitiesByRefs: unknown = known) {
  renderInTestApp(
    <TestApiProvider
      apis={[[catalogApiRef, { getEntitiesByRefs } as unknown as never]]}
    >
      <Routes>
        <Route
          path="/create/templates/*"
          element={<KnownTemplate>Its form</KnownTemplate>}
        />
      </Routes>
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

describe('KnownTemplate', () => {
  it('leads on from a golden path that does not exist', async () => {
    open('/create/templates/default/nope');
    expect(
      await screen.findByRole('heading', {
        name: 'There is no such golden path',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All golden paths' }),
    ).toHaveAttribute('href', '/create');
    expect(screen.queryByText('Its form')).not.toBeInTheDocument();
  });

  it('leads on from an address that names none', async () => {
    open('/create/templates/default');
    expect(await screen.findByText('The address names none.')).toBeVisible();
  });

  it('shows the form of one that does', async () => {
    open('/create/templates/default/go-service');
    expect(await screen.findByText('Its form')).toBeVisible();
  });

  it('leaves it to the form when the catalog does not answer', async () => {
    open('/create/templates/default/nope', async () => {
      throw new Error('silent');
    });
    expect(await screen.findByText('Its form')).toBeVisible();
  });
});

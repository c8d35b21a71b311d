import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DocsPage } from './DocsPage';

const handbook = {
  kind: 'Component',
  metadata: { name: 'squadron', title: 'Handbook' },
};
const storage = {
  kind: 'System',
  metadata: { name: 'squad-b-2', title: 'B-2 Storage' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/squad-b-2' },
    { type: 'partOf', targetRef: 'domain:default/division-1b' },
  ],
};
const division = {
  kind: 'Domain',
  metadata: { name: 'division-1b', title: '1B Core Cloud' },
};
const catalogOf =
  (...documented: object[]) =>
  async ({ query }: { query: object }) => ({
    items: 'kind' in query ? [division] : documented,
  });

function open(path: string, queryEntities: unknown) {
  const identity = {
    getBackstageIdentity: async () => ({
      ownershipEntityRefs: ['group:default/squad-b-2'],
    }),
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, { queryEntities } as unknown as never],
        [identityApiRef, identity as unknown as never],
      ]}
    >
      <DocsPage />
    </TestApiProvider>,
    {
      initialRouteEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const heading = (name: string) => screen.findByRole('heading', { name });

describe('DocsPage', () => {
  it('lists the handbook with its doors, my docs and all by division', async () => {
    open('/docs', catalogOf(handbook, storage));
    expect(await heading('Handbook')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Your first day' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/component/squadron/start-here/first-day/',
    );
    expect(await heading('My groups’ docs')).toBeVisible();
    expect(await heading('1B Core Cloud')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'B-2 Storage' })).toHaveLength(
      2,
    );
  });

  it('has no doors without the handbook', async () => {
    open('/docs', catalogOf(storage));
    expect(await heading('1B Core Cloud')).toBeVisible();
    expect(screen.queryByText('Your first day')).not.toBeInTheDocument();
  });

  it('leads back from a filter that nothing matches', async () => {
    open('/docs?q=nope', catalogOf(handbook, storage));
    expect(await heading('No documents match')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the filter' }),
    );
    expect(await heading('Handbook')).toBeVisible();
  });

  it('tries again after an error', async () => {
    let away = true;
    const catalog = catalogOf(handbook);
    open('/docs', async (request: { query: object }) => {
      if (away) throw new Error('The catalog is away');
      return catalog(request);
    });
    expect(await screen.findByText('The catalog is away')).toBeVisible();
    away = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await heading('Handbook')).toBeVisible();
  });
});

import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  searchApiRef,
  SearchContextProvider,
} from '@backstage/plugin-search-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchFilters } from './SearchFilters';

function open(sites: number) {
  const query = jest.fn(async () => ({ results: [] }));
  renderInTestApp(
    <TestApiProvider
      apis={[
        [searchApiRef, { query } as unknown as never],
        [
          catalogApiRef,
          {
            queryEntities: async () => ({ totalItems: sites }),
          } as unknown as never,
        ],
      ]}
    >
      <SearchContextProvider>
        <SearchFilters />
      </SearchContextProvider>
    </TestApiProvider>,
  );
  return query;
}

async function choose(name: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: /Look for/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('SearchFilters', () => {
  it('asks for documents alone', async () => {
    const query = open(1);
    await choose('Documents');
    await waitFor(() =>
      expect(query).toHaveBeenLastCalledWith(
        expect.objectContaining({ types: ['techdocs'], filters: {} }),
        expect.anything(),
      ),
    );
  });

  it('asks for a kind in the catalog alone, as documents have one too', async () => {
    const query = open(1);
    await choose('Systems');
    await waitFor(() =>
      expect(query).toHaveBeenLastCalledWith(
        expect.objectContaining({
          types: ['software-catalog'],
          filters: { kind: 'System' },
        }),
        expect.anything(),
      ),
    );
  });

  it('offers no documents while there are none', async () => {
    open(0);
    await userEvent.click(
      await screen.findByRole('button', { name: /Look for/ }),
    );
    expect(
      await screen.findByRole('option', { name: 'Systems' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('option', { name: 'Documents' }),
    ).not.toBeInTheDocument();
  });
});

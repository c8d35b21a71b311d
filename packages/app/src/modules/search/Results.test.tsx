import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  searchApiRef,
  SearchContextProvider,
} from '@backstage/plugin-search-react';
import { screen, within } from '@testing-library/react';
import { Results } from './Results';

const entity = (kind: string, title: string, owner?: string) => ({
  type: 'software-catalog',
  document: {
    kind,
    title,
    text: '',
    owner,
    location: `/catalog/default/${kind}/x`,
  },
});

function open(term: string, results: object[]) {
  renderInTestApp(
    <TestApiProvider
      apis={[
        [
          searchApiRef,
          { query: async () => ({ results }) } as unknown as never,
        ],
        [
          catalogApiRef,
          {
            getEntitiesByRefs: async () => ({ items: [] }),
          } as unknown as never,
        ],
      ]}
    >
      <SearchContextProvider initialState={{ term, types: [], filters: {} }}>
        <Results items={[]} />
      </SearchContextProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('Results', () => {
  it('says what can be asked before anything is', async () => {
    open('', []);
    expect(
      await screen.findByRole('heading', { name: 'What do you look for?' }),
    ).toBeVisible();
    expect(screen.getByText(/words that stand in a document/)).toBeVisible();
  });

  it('says what to try when nothing is found', async () => {
    open('zebra', []);
    expect(
      await screen.findByRole('heading', { name: 'Nothing found for “zebra”' }),
    ).toBeVisible();
  });

  it('names kind and owner in words, the group first', async () => {
    open('B-1', [
      entity('System', 'B-1', 'group:default/squad-b-1'),
      entity('Group', 'B-1'),
    ]);
    const list = await screen.findByRole('list', { name: 'Results' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Group');
    expect(second).toHaveTextContent('System · owned by squad-b-1');
    expect(second).not.toHaveTextContent('group:default');
  });

  it('shows of a document its heading, why it was found and its site', async () => {
    open('paged', [
      {
        type: 'techdocs',
        document: {
          kind: 'system',
          name: 'squadron',
          entityTitle: 'Squadron',
          title: 'Who is called',
          text: 'The lead is paged',
          location: '/docs/default/system/squadron/operate/#who-is-called',
        },
        highlight: {
          preTag: '<a1>',
          postTag: '</a1>',
          fields: { text: 'The lead is <a1>paged</a1>' },
        },
      },
    ]);
    const item = await screen.findByRole('listitem');
    expect(
      within(item).getByRole('link', { name: 'Who is called' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/system/squadron/operate/#who-is-called',
    );
    expect(within(item).getByText('paged', { selector: 'mark' })).toBeVisible();
    expect(item).toHaveTextContent('Document · in Squadron');
    expect(item).not.toHaveTextContent('a1>');
  });
});

import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { NoTemplates } from '../create/NoTemplates';
import { Held } from './Held';

function open(queryEntities: () => Promise<{ totalItems: number }>) {
  renderInTestApp(
    <TestApiProvider
      apis={[[catalogApiRef, { queryEntities } as unknown as never]]}
    >
      <Held what="templates" otherwise={<NoTemplates />}>
        The gallery
      </Held>
    </TestApiProvider>,
  );
}

describe('Held', () => {
  it('says how to add the first template while there is none', async () => {
    open(async () => ({ totalItems: 0 }));
    expect(
      await screen.findByRole('heading', {
        name: 'There are no templates yet',
      }),
    ).toBeVisible();
    expect(screen.getByText('app-config.yaml')).toBeVisible();
    expect(screen.queryByText('The gallery')).not.toBeInTheDocument();
  });

  it('shows the page as soon as there is one', async () => {
    open(async () => ({ totalItems: 1 }));
    expect(await screen.findByText('The gallery')).toBeVisible();
  });

  it('leaves an error to the page', async () => {
    open(() => Promise.reject(new Error('away')));
    expect(await screen.findByText('The gallery')).toBeVisible();
  });
});

import type { Entity } from '@backstage/catalog-model';
import { refusal, setupBackend } from '@squadron/test-portal';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../../__testUtils__/portal';
import { RepositoryCard } from './RepositoryCard';

const portal = setupBackend();
const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      'golden-paths.squadron/repository': 'shop',
      'backstage.io/managed-by-location':
        'url:http://portal.test/git/shop/blob/main/catalog-info.yaml',
    },
  },
};

describe('RepositoryCard', () => {
  it('leads to the repository, and says how it is cloned', async () => {
    portal.answer({
      'GET git/repositories/shop': {
        name: 'shop',
        branch: 'main',
        branches: ['main'],
        commit: '3f2c',
        cloneUrl: 'http://portal.test/api/git/repositories/shop.git',
      },
      'GET git/credentials': { items: [] },
    });
    await renderPortal(<RepositoryCard />, { entity: shop });
    expect(await screen.findByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/git/shop/tree/main',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Clone' }));
    expect(
      await screen.findByDisplayValue(
        'git clone http://portal.test/api/git/repositories/shop.git',
      ),
    ).toBeInTheDocument();
  });

  it('says why it cannot be read', async () => {
    portal.answer({
      'GET git/repositories/shop': async () =>
        refusal(404, 'NotFoundError', 'There is no repository shop'),
    });
    await renderPortal(<RepositoryCard />, { entity: shop });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'shop could not be read: There is no repository shop',
    );
  });

  it('shows no repository that a file of another one names', async () => {
    const annotations = {
      'golden-paths.squadron/repository': 'shop',
      'backstage.io/managed-by-location':
        'url:http://portal.test/git/other/blob/main/catalog-info.yaml',
    };
    const other = { ...shop, metadata: { name: 'other', annotations } };
    await renderPortal(<RepositoryCard />, { entity: other });
    expect(screen.queryByText('Repository')).not.toBeInTheDocument();
  });
});

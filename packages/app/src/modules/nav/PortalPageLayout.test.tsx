import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { PortalPageLayout } from './PortalPageLayout';

describe('PortalPageLayout', () => {
  it('names the plugin in a landmark of its own, beside what the page calls its content', async () => {
    renderInTestApp(
      <PortalPageLayout title="Catalog">
        <main>B-1 Compute Platform</main>
      </PortalPageLayout>,
    );
    expect(
      within(await screen.findByRole('region', { name: 'Catalog' })).getByRole(
        'heading',
        { level: 1, name: 'Catalog' },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveTextContent(/^B-1 Compute/);
  });
});

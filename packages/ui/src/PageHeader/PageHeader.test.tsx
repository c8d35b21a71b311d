import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { PageHeader } from './PageHeader';

describe('PageHeader', () => {
  it('names the page, answers first and holds what the page brings', () => {
    render(
      <PageHeader
        title="Organization"
        answer="41 squads, all led."
        breadcrumbs={[{ label: 'Home', href: '/' }]}
        scope={<button type="button">Scope</button>}
        actions={<button type="button">Export</button>}
        tabs={[
          { id: 'chart', label: 'Chart', href: '/org' },
          { id: 'list', label: 'List', href: '/org/list' },
        ]}
        activeTab="list"
      />,
      { wrapper: MemoryRouter },
    );
    expect(
      screen.getByRole('heading', { level: 1, name: 'Organization' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('41 squads, all led.');
    const views = screen.getByRole('navigation', { name: 'Views' });
    expect(within(views).getByText('List')).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(within(views).getByText('Chart')).not.toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(screen.getByRole('link', { name: 'Home' })).toHaveAttribute(
      'href',
      '/',
    );
    expect(screen.getByText('Scope')).toBeInTheDocument();
    expect(screen.getByText('Export')).toBeInTheDocument();
  });

  it('names the browser tab while the page is there', () => {
    document.title = 'Squadron';
    const { unmount } = render(<PageHeader title="Rhythm" />, {
      wrapper: MemoryRouter,
    });
    expect(document.title).toBe('Rhythm · Squadron');
    unmount();
    expect(document.title).toBe('Squadron');
  });
});

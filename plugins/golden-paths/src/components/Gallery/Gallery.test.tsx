import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { refusal } from '@squadron/test-portal';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPaths, setupPortal, template } from '../../__testUtils__/portal';
import { DraftStore } from '../../lib/DraftStore';
import { Gallery } from './Gallery';

const portal = setupPortal();
const templates = [
  template('node-service', 'Node service', { description: 'In TypeScript' }),
  template('library', 'Library', { type: 'library', version: '2.1.0' }),
];
const figures = {
  template: 'template:default/node-service',
  runs: 34,
  medianSeconds: 3.4,
  successRate: 0.97,
};
const draft = {
  id: '2026-11-28T11:59:00Z',
  template: 'template:default/node-service',
  savedAt: '2026-11-28T12:00:00Z',
  values: { name: 'shop' },
};

describe('the gallery', () => {
  beforeEach(() =>
    portal.answer({
      'GET golden-paths/templates': { days: 90, items: [figures] },
    }),
  );

  it('shows golden paths by what comes of them, and how they do', async () => {
    renderPaths(<Gallery />, { templates });
    const services = await screen.findByRole('region', { name: 'A service' });
    expect(
      await within(services).findByText(
        '34 runs in 90 days · median 3.4 s · 97 % went well',
      ),
    ).toBeVisible();
    const libraries = screen.getByRole('region', { name: 'A library' });
    expect(within(libraries).getByText('2.1.0')).toBeVisible();
    expect(
      within(libraries).getByText('Not taken in the last 90 days'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Choose Node service' }),
    ).toHaveAttribute('href', '/create/templates/default/node-service');
  });

  it('finds golden paths by words, which the address keeps', async () => {
    renderPaths(<Gallery />, { templates, path: '/?q=typescript' });
    expect(await screen.findByText('Node service')).toBeVisible();
    expect(screen.queryByText('Library')).not.toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), ' robot');
    expect(
      await screen.findByText('No golden path has “typescript robot”'),
    ).toBeVisible();
  });

  it('stays of use when nobody knows how golden paths do', async () => {
    portal.answer({
      'GET golden-paths/templates': async () =>
        refusal(503, 'ServiceUnavailableError', 'away'),
    });
    renderPaths(<Gallery />, { templates });
    expect(await screen.findByText('Node service')).toBeVisible();
    expect(await screen.findByText(/cannot be told now: away/)).toBeVisible();
    expect(screen.queryByText(/90 days/)).not.toBeInTheDocument();
  });

  it('shows one kind of outcome, which the address keeps', async () => {
    renderPaths(<Gallery />, { templates, path: '/?group=library' });
    expect(
      await screen.findByRole('region', { name: 'A library' }),
    ).toBeVisible();
    expect(screen.queryByText('Node service')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Services' }));
    expect(await screen.findByText('Node service')).toBeVisible();
    expect(screen.queryByText('Library')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(await screen.findByText('Library')).toBeVisible();
  });

  it('shows what the catalog has read since', async () => {
    const catalog = catalogApiMock({ entities: templates });
    const [first] = templates;
    jest.spyOn(catalog, 'queryEntities').mockResolvedValueOnce({
      items: [first],
      totalItems: 1,
      pageInfo: {},
    });
    jest.useFakeTimers({ advanceTimers: true });
    renderPaths(<Gallery />, { catalog });
    expect(await screen.findByText('Node service')).toBeVisible();
    expect(screen.queryByText('Library')).not.toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(await screen.findByText('Library')).toBeVisible();
    jest.useRealTimers();
  });

  it('says why it is empty when the catalog is away, and reads again', async () => {
    const catalog = catalogApiMock({ entities: templates });
    jest
      .spyOn(catalog, 'queryEntities')
      .mockRejectedValueOnce(new Error('the catalog is away'));
    renderPaths(<Gallery />, { catalog });
    expect(await screen.findByText('the catalog is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Node service')).toBeVisible();
  });

  it('goes on with a draft, discards it and takes that back', async () => {
    const store = new DraftStore(mockApis.storage());
    await store.keep(draft);
    renderPaths(<Gallery />, { templates, drafts: store });
    const drafts = await screen.findByRole('region', { name: 'Your drafts' });
    expect(
      within(drafts).getByRole('link', { name: 'Go on with shop' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/node-service?formData=%7B%22name%22%3A%22shop%22%7D&draft=2026-11-28T11%3A59%3A00Z',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Discard shop' }));
    expect(
      await screen.findByText('The draft shop is discarded'),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Go on with shop' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByRole('link', { name: 'Go on with shop' }),
    ).toBeVisible();
  });
});

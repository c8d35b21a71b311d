import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { current, newer, shop } from '../../__testUtils__/shop';
import { renderPaths, setupPortal } from '../../__testUtils__/portal';
import { GoldenPathCard } from './GoldenPathCard';

const portal = setupPortal();
const update = {
  component: 'shop',
  template: 'template:default/node-service',
  templateTitle: 'Node service',
  from: '1.0.0',
  to: '1.1.0',
  isOutdated: true,
  changes: [
    { path: 'README.md', kind: 'changed', diff: '@@ -1 +1 @@\n-old\n+new\n' },
  ],
  conflicts: [] as object[],
};

describe('the golden path of a component', () => {
  beforeEach(() => {
    portal.answer({
      'GET environments/environments': {
        at: '2026-11-28T12:00:00.000Z',
        items: [],
        clusters: [{ name: 'dev', title: 'Development' }],
      },
    });
  });

  it('is up to date, and leads to what can be done next with the form filled in', async () => {
    renderPaths(<GoldenPathCard />, { entity: shop, templates: current });
    expect(await screen.findByText('1.0.0, up to date')).toBeVisible();
    const next = await screen.findByRole('list', { name: 'Day two' });
    const links = within(next).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Upgrade',
      'Decommission',
    ]);
    const { searchParams } = new URL(
      links[1].getAttribute('href') ?? '',
      'http://portal',
    );
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      component: 'component:default/shop',
    });
  });

  it('shows what a newer version changes, and leads to the update', async () => {
    portal.answer({ 'GET golden-paths/projects/:component/update': update });
    renderPaths(<GoldenPathCard />, { entity: shop, templates: newer });
    expect(await screen.findByText('Outdated: 1.0.0 → 1.1.0')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'See what changes' }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Update shop' });
    expect(await within(drawer).findByText('1 file changes')).toBeVisible();
    expect(within(drawer).getByText('+new')).toBeVisible();
    expect(
      within(drawer).getByRole('link', { name: 'Update' }),
    ).toHaveAttribute('href', expect.stringContaining('template-upgrade'));
  });

  it('does not call up to date what does not say its version', async () => {
    portal.answer({ 'GET golden-paths/projects/:component/update': update });
    const annotations = {
      'golden-paths.squadron/template': 'template:default/node-service',
    };
    renderPaths(<GoldenPathCard />, {
      entity: { ...shop, metadata: { ...shop.metadata, annotations } },
      templates: current,
    });
    expect(await screen.findByText('version unknown')).toBeVisible();
    expect(screen.queryByText(/up to date/)).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'See what changes' }),
    );
    expect(await screen.findByText('1 file changes')).toBeVisible();
  });

  it('says what is in conflict, and offers no more than to prepare its merge', async () => {
    const [change] = update.changes;
    portal.answer({
      'GET golden-paths/projects/:component/update': {
        ...update,
        conflicts: [change],
      },
    });
    renderPaths(<GoldenPathCard />, { entity: shop, templates: newer });
    await userEvent.click(
      await screen.findByRole('button', { name: 'See what changes' }),
    );
    expect(await screen.findByText('1 file is in conflict')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Prepare the merge' }),
    ).toHaveAttribute('href', expect.stringContaining('template-upgrade'));
    expect(screen.queryByRole('link', { name: 'Update' })).toBeNull();
  });

  it.each([
    ['github', 'pull request'],
    ['gitlab', 'merge request'],
  ])(
    'leads to the request on %s, which shows conflicts',
    async (host, what) => {
      const [change] = update.changes;
      const asked = { ...update, host, conflicts: [change] };
      portal.answer({ 'GET golden-paths/projects/:component/update': asked });
      const { unmount } = renderPaths(<GoldenPathCard />, {
        entity: shop,
        templates: newer,
      });
      const see = { name: 'See what changes' };
      await userEvent.click(await screen.findByRole('button', see));
      expect(
        await screen.findByRole('link', { name: `Open a ${what}` }),
      ).toHaveAttribute('href', expect.stringContaining('template-upgrade'));
      expect(
        screen.getByRole('region', { name: 'Conflicts' }),
      ).toHaveTextContent(`The ${what} shows them too`);
      unmount();

      const mergeRequest = 'https://git.example.com/acme/shop/pull/1';
      portal.answer({
        'GET golden-paths/projects/:component/update': {
          ...asked,
          mergeRequest,
        },
      });
      renderPaths(<GoldenPathCard />, { entity: shop, templates: newer });
      await userEvent.click(await screen.findByRole('button', see));
      const open = await screen.findByRole('link', {
        name: `See the open ${what}`,
      });
      expect(open).toHaveAttribute('href', mergeRequest);
      expect(screen.queryByRole('link', { name: /^Open a/ })).toBeNull();
    },
  );

  it('tells who may change it to those who may not', async () => {
    portal.answer({ 'GET golden-paths/projects/:component/update': update });
    renderPaths(<GoldenPathCard />, {
      // Answers about permissions are kept for a while, also from test to test.
      entity: {
        ...shop,
        relations: [{ type: 'ownedBy', targetRef: 'group:default/squad-b-2' }],
      },
      templates: newer,
      isDenied: true,
    });
    const who = 'Only squad-b-2 and who leads it may change this.';
    expect(await screen.findByText(who)).toBeVisible();
    const next = screen.getByRole('list', { name: 'Day two' });
    for (const link of within(next).getAllByRole('link')) {
      expect(link).toHaveAttribute('aria-disabled', 'true');
    }
    await userEvent.click(
      screen.getByRole('button', { name: 'See what changes' }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Update shop' });
    expect(
      await within(drawer).findByRole('link', { name: 'Update' }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(within(drawer).getByText(who)).toBeVisible();
  });
});

import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  OrgChartOverlayBlueprint,
  OrgModelApi,
  orgModelApiRef,
} from '@squadron/plugin-org-model-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { orgPage } from '../../extensions/orgPage';
import { company, ref } from '../../__testUtils__/groupTree';

const overlay = OrgChartOverlayBlueprint.make({
  name: 'vacancies',
  params: {
    title: 'Vacancies',
    loader: async () => {
      const chips = new Map([
        [ref('division-1a'), { text: '3', title: '3 vacancies' }],
      ]);
      const reading = { chips };
      return () => reading;
    },
  },
});

const plugin = createFrontendPlugin({
  pluginId: 'org-model',
  extensions: [orgPage, overlay],
});

const details = {
  ...company[4],
  mission: 'Run the clusters.',
  responsibilities: ['Kernel patching'],
  outputs: [],
  stack: [],
  kpis: [{ id: 'uptime', text: 'Uptime ≥ 99.95 %' }],
  objectives: [],
  cadences: [],
  teamDependencies: [],
  participants: [],
  ancestors: [company[0], company[3]],
  childGroups: [],
  dependsOn: [{ group: company[2], for: 'the network' }],
  dependencyOf: [],
};

function show(address: string, api: Partial<OrgModelApi> = {}) {
  return renderTestApp({
    features: [plugin],
    initialRouteEntries: [address],
    apis: [
      [
        orgModelApiRef,
        {
          tree: async () => ({ at: '2026-01-01T00:00:00Z', nodes: company }),
          me: async () => ({ groups: [], roles: [], attention: [] }),
          links: async () => ({ links: [] }),
          group: async () => details,
          ...api,
        } as OrgModelApi,
      ],
    ],
  });
}

const item = (name: string | RegExp) => screen.findByRole('treeitem', { name });
const items = () =>
  screen
    .getAllByRole('treeitem')
    .map(each => each.getAttribute('data-ref')?.replace(ref(''), ''));

describe('organization page', () => {
  it('says what the scope holds and draws its open levels', async () => {
    show('/org?scope=division-1b&levels=1');
    await item(/^1B Cloud/);
    expect(items()).toEqual(['division-1b', 'squad-b-1']);
    expect(
      screen.getByText('0 people in 4 groups, all led.'),
    ).toBeInTheDocument();
    expect(await item(/^B-1 Compute/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('opens and closes a group by keyboard, and keeps the focus', async () => {
    show('/org?scope=division-1b&levels=1');
    (await item(/^1B Cloud/)).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(await item(/^B-1 Compute/)).toHaveFocus();
    expect(items()).toContain('unit-b-1-u-c1');
    await userEvent.keyboard('{ArrowLeft}');
    expect(items()).not.toContain('unit-b-1-u-c1');
    expect(await item(/^B-1 Compute/)).toHaveFocus();
  });

  it('shows the essentials of a group in a drawer', async () => {
    show('/org/list?levels=all');
    (await item(/^Company/)).focus();
    await userEvent.keyboard('b-1{Enter}');
    const drawer = await screen.findByRole('dialog', { name: 'B-1 Compute' });
    expect(
      await within(drawer).findByText('Run the clusters.'),
    ).toBeInTheDocument();
    expect(
      within(drawer).getByRole('link', { name: 'A-1 Network' }),
    ).toHaveAttribute('href', '/catalog/default/group/squad-a-1');
    expect(
      within(drawer).getByRole('link', { name: 'Open its page' }),
    ).toHaveAttribute('href', '/catalog/default/group/squad-b-1');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(async () => expect(await item(/^B-1 Compute/)).toHaveFocus());
  });

  it('finds a group inside closed ones and goes on with Enter', async () => {
    show('/org?levels=0');
    await item(/^Company/);
    await userEvent.keyboard('/');
    const search = screen.getByRole('searchbox', { name: 'Find a group' });
    expect(search).toHaveFocus();
    await userEvent.keyboard('u-c');
    expect(await item(/^U-C1/)).toBeInTheDocument();
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('2 of 2')).toBeInTheDocument();
    expect(await item(/^U-C2/)).toHaveAttribute('data-found');
  });

  it.each(['/org', '/org/list'])(
    'moves the focus from the search onto the found group at %s',
    async address => {
      show(`${address}?levels=0`);
      await item(/^Company/);
      await userEvent.keyboard('/u-c{Enter}{ArrowDown}');
      await waitFor(async () => expect(await item(/^U-C2/)).toHaveFocus());
      await userEvent.clear(screen.getByRole('searchbox'));
      await userEvent.type(screen.getByRole('searchbox'), 'u-c1{Enter}');
      await waitFor(async () => expect(await item(/^U-C1/)).toHaveFocus());
    },
  );

  it('says what the lines mean while there are any, and draws them behind the cards', async () => {
    show('/org?levels=all&links=dependency', {
      links: async () => ({
        links: [
          {
            from: ref('squad-b-1'),
            to: ref('squad-a-1'),
            kind: 'dependency',
            text: 'the network',
          },
        ],
      }),
    });
    const legend = await screen.findByRole('list', {
      name: 'Lines of the chart',
    });
    expect(legend).toHaveTextContent('depends on, towards the arrow');
    expect(legend).not.toHaveTextContent('shares people');
    const line = document.querySelector('path[marker-end]')!;
    const position = line.compareDocumentPosition(await item(/^Company/));
    expect(position & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('puts the chips of an overlay on the cards while it is on', async () => {
    show('/org');
    const division = await item(/^1A Edge/);
    expect(division).not.toHaveAccessibleName(/vacancies/);
    await userEvent.click(screen.getByRole('button', { name: 'Vacancies' }));
    expect(await item(/^1A Edge.*3 vacancies/)).toHaveTextContent('3');
  });

  it('goes on without lines that cannot be read, and says so', async () => {
    show('/org?links=dependency', {
      links: async () => Promise.reject(new Error('no network')),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The lines could not be read: no network',
    );
    expect(await item(/^Company/)).toBeInTheDocument();
  });

  it('tells an error and tries again', async () => {
    const answers = [Promise.reject(new Error('no network'))];
    show('/org', {
      tree: async () => answers.pop() ?? { at: '', nodes: company },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await item(/^Company/)).toBeInTheDocument();
  });

  it.each([
    ['/org?scope=squad-z-9', 'No group is called squad-z-9'],
    ['/org?scope=_mine', 'You are in no group yet'],
  ])('offers the whole organization at %s', async (address, title) => {
    show(address);
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the whole organization' }),
    );
    expect(await item(/^Company/)).toBeInTheDocument();
  });

  it('says how to start when there is no group at all', async () => {
    show('/org', { tree: async () => ({ at: '', nodes: [] }) });
    expect(
      await screen.findByRole('heading', {
        name: 'No group is in the catalog yet',
      }),
    ).toBeInTheDocument();
  });
});

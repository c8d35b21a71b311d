import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aNode } from '../../__testUtils__/groupTree';
import { aGroup, anOwnership } from '../../__testUtils__/ownership';
import {
  anEntity,
  refusal,
  renderPortal,
  setupPortal,
  treeAnswer,
} from '../../__testUtils__/portal';
import { OwnershipPage } from './OwnershipPage';

const portal = setupPortal();
const ownership = anOwnership({
  unowned: [
    {
      ref: 'component:default/old-api',
      kind: 'Component',
      title: 'Old API',
      reason: 'no owner',
    },
  ],
  noLead: [
    { ...aGroup('squad-b-2', { title: 'B-2 Storage' }), parentTitle: '1B' },
  ],
  shares: [
    {
      group: aGroup('division-1b', { title: '1B Core Cloud' }),
      owned: 9,
      share: 0.75,
      people: 3,
    },
  ],
});
const oldApi = anEntity({
  kind: 'Component',
  metadata: {
    name: 'old-api',
    annotations: {
      'backstage.io/managed-by-location': 'file:catalog-info/old.yaml:7',
    },
  },
});

function show(path = '/org/ownership') {
  return renderPortal(<OwnershipPage />, { path, catalog: [oldApi] });
}

describe('OwnershipPage', () => {
  it('answers in one line, and leads each gap to its page and its file', async () => {
    portal.answer({ 'GET /ownership': ownership });
    await show();
    expect(
      await screen.findByText('1 entity has no owner; 1 group has no lead.'),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Gaps' });
    expect(
      within(table).getByRole('link', { name: 'Old API' }),
    ).toHaveAttribute('href', '/catalog/default/component/old-api');
    expect(
      await within(table).findByText('catalog-info/old.yaml:7'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: '75.0 %: what 1B Core Cloud is made of',
      }),
    ).toHaveAttribute('href', '/org/ownership?scope=division-1b');
  });

  it('narrows to one kind of gap, which the address remembers', async () => {
    portal.answer({ 'GET /ownership': ownership });
    await show('/org/ownership?gap=no-lead');
    const table = await screen.findByRole('table', { name: 'Gaps' });
    expect(within(table).getByText('B-2 Storage')).toBeInTheDocument();
    expect(within(table).queryByText('Old API')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'No owner 1' }));
    expect(await within(table).findByText('Old API')).toBeInTheDocument();
    expect(within(table).queryByText('B-2 Storage')).not.toBeInTheDocument();
  });

  it('says so when all is well', async () => {
    portal.answer({ 'GET /ownership': anOwnership() });
    await show();
    expect(await screen.findByText('Nothing to put right')).toBeInTheDocument();
    expect(screen.getAllByText('nothing to do')).toHaveLength(4);
  });

  it('asks once for all of my groups, but not for those inside another', async () => {
    const asked: string[][] = [];
    const group = (name: string) => ({
      ...aGroup(name),
      leads: true,
      rollUp: aNode({ name }).rollUp,
    });
    portal.answer({
      'GET /people/me': {
        groups: ['division-1b', 'squad-b-1', 'pod-x'].map(group),
        roles: [],
        attention: [],
      },
      'GET /tree': treeAnswer(
        aNode({ name: 'division-1b' }),
        aNode({ name: 'pod-x' }),
        aNode({ name: 'squad-b-1', parent: 'group:default/division-1b' }),
      ),
      'GET /ownership': request => {
        asked.push(new URL(request.url).searchParams.getAll('root'));
        return anOwnership();
      },
    });
    await show('/org/ownership?scope=_mine');
    await screen.findByText(/^Every one of 12 entities/);
    expect(asked.at(-1)).toEqual([
      'group:default/division-1b',
      'group:default/pod-x',
    ]);
  });

  it('tells a missing permission from a fault', async () => {
    portal.answer({
      'GET /ownership': () => refusal(403, 'NotAllowedError', 'no'),
    });
    await show();
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});

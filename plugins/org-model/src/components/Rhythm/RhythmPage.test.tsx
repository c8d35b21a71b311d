import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../__testUtils__/cadences';
import { aNode } from '../../__testUtils__/groupTree';
import { aGroup } from '../../__testUtils__/ownership';
import {
  refusal,
  renderPortal,
  setupPortal,
  treeAnswer,
} from '../../__testUtils__/portal';
import { RhythmPage } from './RhythmPage';

const portal = setupPortal();
const now = DateTime.fromISO('2026-11-24T08:00:00', { zone: 'Europe/Berlin' });
const steering = aCadence({
  group: 'group:default/council-ai',
  groupTitle: 'AI Council',
  id: 'steering',
  title: 'AI steering',
  kind: 'meeting',
  with: ['Safety', 'division-1b'],
  rule: 'every quarter',
  timeZone: 'UTC',
});
const standup = aCadence({
  id: 'standup',
  title: 'Stand-up',
  every: 'week',
  kind: 'planning',
  rule: 'every week on Monday',
});
const rhythm = {
  cadences: [steering, standup],
  occurrences: [
    anOccurrence('2026-02-03T15:00:00Z', { cadence: steering.key }),
    anOccurrence('2026-11-25T15:00:00Z', { cadence: steering.key }),
    ...Array.from({ length: 50 }, (_, week) =>
      anOccurrence(DateTime.utc(2026, 1, 5, 9).plus({ weeks: week }).toISO()!, {
        cadence: standup.key,
      }),
    ),
  ],
};
const tree = treeAnswer(
  aNode({ name: 'company', type: 'organization', title: 'Company' }),
  aNode({
    name: 'division-1b',
    type: 'division',
    title: '1B Core Cloud',
    parent: 'group:default/company',
  }),
  aNode({
    name: 'squad-b-1',
    title: 'B-1 Compute Platform',
    parent: 'group:default/division-1b',
  }),
  aNode({
    name: 'council-ai',
    type: 'council',
    title: 'AI Council',
    parent: 'group:default/company',
  }),
);

function show(path = '/rhythm') {
  return renderPortal(<RhythmPage now={now} />, { path });
}

beforeEach(() => portal.answer({ 'GET /tree': tree, 'GET /rhythm': rhythm }));

describe('RhythmPage', () => {
  it('draws dates as marks and what comes every week as a band with its rule', async () => {
    await show();
    const grid = await screen.findByRole('grid', {
      name: 'Cadences of 2026 by week',
    });
    expect(
      await within(grid).findByRole('button', {
        name: 'AI steering, Wed 25 Nov 2026, 16:00–16:15 (15:00 UTC), with Safety, 1B Core Cloud',
      }),
    ).toBeInTheDocument();
    expect(within(grid).getByText('every week on Monday')).toBeInTheDocument();
    expect(screen.getByText(/^2 cadences; next: AI steering/)).toBeVisible();
  });

  it('is one stop of the Tab key, with arrow keys among rows and dates', async () => {
    await show();
    const grid = await screen.findByRole('grid');
    await within(grid).findByText('AI steering');
    await waitFor(() =>
      expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1),
    );
    const name = within(grid).getByTitle('AI steering · AI Council');
    name.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(/3 Feb 2026/);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName(/25 Nov 2026/);
    await userEvent.keyboard('{Home}');
    expect(name).toHaveFocus();
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('narrows by kind and text and keeps both in the address', async () => {
    await show('/rhythm?kind=meeting');
    const grid = await screen.findByRole('grid');
    expect(await within(grid).findByText('AI steering')).toBeInTheDocument();
    expect(within(grid).queryByText('Stand-up')).not.toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter cadences' }),
      'nothing such',
    );
    expect(
      await screen.findByText('No cadence fits the filter'),
    ).toBeInTheDocument();
  });

  it('lists the next 30 days by day', async () => {
    await show('/rhythm?view=list');
    expect(
      await screen.findByRole('heading', {
        name: 'Tomorrow · Wednesday, 25 November 2026',
      }),
    ).toBeInTheDocument();
  });

  it('lists under today what began earlier and still runs', async () => {
    portal.answer({
      'GET /rhythm': {
        cadences: [steering],
        occurrences: [
          anOccurrence('2026-11-16', {
            end: '2026-11-27',
            cadence: steering.key,
          }),
        ],
      },
    });
    await show('/rhythm?view=list');
    expect(
      await screen.findByRole('heading', {
        name: 'Today · Tuesday, 24 November 2026',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Mon 16 Nov 2026 – Thu 26 Nov 2026'),
    ).toBeInTheDocument();
  });

  it('opens the details of a cadence with its next dates', async () => {
    await show();
    await userEvent.click(await screen.findByTitle('AI steering · AI Council'));
    const drawer = await screen.findByRole('dialog', { name: 'AI steering' });
    expect(within(drawer).getByText('every quarter')).toBeInTheDocument();
    expect(
      await within(drawer).findByText(
        'Wed 25 Nov 2026, 16:00–16:15 (15:00 UTC)',
      ),
    ).toBeInTheDocument();
  });

  it('asks for the year and the scope of the address', async () => {
    const asked: string[] = [];
    portal.answer({
      'GET /rhythm': request => {
        asked.push(new URL(request.url).search);
        return rhythm;
      },
    });
    await show('/rhythm?year=2025&scope=division-1b');
    await screen.findByRole('grid', { name: 'Cadences of 2025 by week' });
    expect(asked).toEqual([
      '?group=group%3Adefault%2Fdivision-1b&from=2024-12-31&to=2026-01-01',
    ]);
  });

  it('asks once for all of my groups', async () => {
    const asked: string[][] = [];
    const mine = (name: string) => ({
      ...aGroup(name),
      leads: true,
      rollUp: aNode({ name }).rollUp,
    });
    portal.answer({
      'GET /people/me': {
        groups: [mine('squad-b-1'), mine('council-ai')],
        roles: [],
        attention: [],
      },
      'GET /rhythm': request => {
        asked.push(new URL(request.url).searchParams.getAll('group'));
        return rhythm;
      },
    });
    await show('/rhythm?scope=_mine');
    await screen.findByRole('grid');
    expect(asked).toEqual([
      ['group:default/squad-b-1', 'group:default/council-ai'],
    ]);
  });

  it('says what went wrong and tries again', async () => {
    portal.answer({
      'GET /rhythm': () =>
        refusal(503, 'ServiceUnavailableError', 'the index is not filled yet'),
    });
    await show();
    expect(
      await screen.findByText(/the index is not filled yet/),
    ).toBeInTheDocument();
    portal.answer({ 'GET /rhythm': rhythm });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });

  it('tells a missing permission from a fault', async () => {
    portal.answer({
      'GET /rhythm': () => refusal(403, 'NotAllowedError', 'not allowed'),
    });
    await show();
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('says how a rhythm begins when there is none', async () => {
    portal.answer({ 'GET /rhythm': { cadences: [], occurrences: [] } });
    await show();
    expect(
      await screen.findByText('No cadence of the whole organization yet'),
    ).toBeInTheDocument();
  });
});

describe('Subscribe', () => {
  const feed = {
    id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    group: 'group:default/division-1b',
    groupTitle: '1B Core Cloud',
    label: 'My phone',
    createdAt: '2026-11-01T00:00:00Z',
  };

  it('makes a feed of the scope and shows its address once', async () => {
    const bodies: unknown[] = [];
    portal.answer({
      'GET /feeds': { items: [] },
      'POST /feeds': async request => {
        bodies.push(await request.json());
        return { ...feed, url: 'http://portal.test/calendar/secret.ics' };
      },
    });
    await show('/rhythm?scope=division-1b');
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: 'Subscribe' }));
    expect(await screen.findByText('You have none yet.')).toBeInTheDocument();
    const label = await screen.findByLabelText(/Name of the feed/);
    await userEvent.clear(label);
    await userEvent.type(label, 'My phone');
    await userEvent.click(
      screen.getByRole('button', { name: 'Make the feed' }),
    );
    expect(await screen.findByLabelText('Address of the feed')).toHaveValue(
      'http://portal.test/calendar/secret.ics',
    );
    expect(bodies).toEqual([
      { group: 'group:default/division-1b', label: 'My phone' },
    ]);
  });

  it('revokes a feed only after a second yes', async () => {
    const revoked: string[] = [];
    portal.answer({
      'GET /feeds': () => ({ items: revoked.length ? [] : [feed] }),
      'DELETE /feeds/:id': (_request, { id }) => {
        revoked.push(id);
        return new Response(null, { status: 204 });
      },
    });
    await show();
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: 'Subscribe' }));
    const revoke = await screen.findByRole('button', {
      name: 'Revoke My phone',
    });
    await userEvent.click(revoke);
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(revoked).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke My phone' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Revoke it' }));
    expect(await screen.findByText('You have none yet.')).toBeInTheDocument();
    expect(revoked).toEqual([feed.id]);
  });

  it('does not offer the address of a feed that was revoked', async () => {
    let items: unknown[] = [];
    portal.answer({
      'GET /feeds': () => ({ items }),
      'POST /feeds': () => {
        items = [feed];
        return { ...feed, url: 'http://portal.test/calendar/secret.ics' };
      },
      'DELETE /feeds/:id': () => {
        items = [];
        return new Response(null, { status: 204 });
      },
    });
    await show();
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: 'Subscribe' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make the feed' }),
    );
    expect(
      await screen.findByLabelText('Address of the feed'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revoke My phone' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Revoke it' }));
    expect(
      await screen.findByLabelText(/Name of the feed/),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Address of the feed')).toBeNull();
  });
});

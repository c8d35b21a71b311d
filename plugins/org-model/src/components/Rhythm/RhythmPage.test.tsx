import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOccurrence } from '../../__testUtils__/cadences';
import { aNode } from '../../__testUtils__/groupTree';
import { aGroup } from '../../__testUtils__/ownership';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { now, rhythm, steering, tree } from '../../__testUtils__/rhythm';
import { RhythmPage } from './RhythmPage';

const portal = setupPortal();
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

import type { MatrixRow } from '@squadron/plugin-scorecards-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCell, aHealth, aRow } from '../../__testUtils__/cells';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { OverviewPage } from './OverviewPage';

const portal = setupPortal();

const health = aHealth({ met: 1, missed: 1, score: 0.5, coverage: 1 });
const division: MatrixRow = aRow({
  ref: 'group:default/division-1b',
  title: '1B Core Cloud',
  type: 'division',
  depth: 0,
  children: 2,
  health,
  cells: [aHealth({ met: 1 }), aHealth({ missed: 1 })],
});
const b1 = aRow({
  parent: division.ref,
  cells: [aHealth({ met: 1 }), null],
});
const b2 = aRow({
  ref: 'group:default/squad-b-2',
  title: 'B-2 Storage Services',
  parent: division.ref,
  cells: [null, aHealth({ missed: 1 })],
});
const latency = aCell({
  kpi: 'b-2-p95-latency',
  title: 'P95 latency',
  category: 'speed',
  entity: b2.ref,
  entityTitle: b2.title,
  group: b2.ref,
  groupTitle: b2.title,
  status: 'missed',
  verdict: 'missed',
  text: '6.1 ms',
  target: '< 5 ms',
  since: new Date(Date.now() - 6.5 * 86_400_000).toISOString(),
  reason: '6.1 ms misses < 5 ms.',
});

function answerAll() {
  portal.answer({
    'GET scorecards/matrix': {
      groupBy: 'category',
      at: '2026-11-28T08:00:00Z',
      columns: ['availability', 'speed'],
      rows: [division, b1, b2],
    },
    'GET scorecards/entities': { items: [latency, aCell()], total: 2 },
    'GET scorecards/health/group/default/division-1b': {
      at: '2026-11-28T08:00:00Z',
      health,
      trend: [],
    },
    'GET scorecards/next-to-fix': {
      items: [
        {
          ...latency,
          gain: 0.25,
          owner: { ref: b2.ref, title: b2.title },
          lead: { ref: 'user:default/lead-b-2', title: 'Lead, B-2' },
          runbook: '/docs/default/system/squad-b-2/',
        },
      ],
    },
    'GET scorecards/leaderboard': { items: [] },
  });
}

const show = (path = '/scorecards') => renderPortal(<OverviewPage />, { path });

describe('OverviewPage', () => {
  it('answers first who misses what, and for how long', async () => {
    answerAll();
    await show();
    expect(
      await screen.findByText(
        '1 of 2 groups misses a target; B-2 Storage Services has missed P95 latency for 6 days.',
      ),
    ).toBeInTheDocument();
  });

  it('shows groups against categories, with the value of a single KPI', async () => {
    answerAll();
    await show();
    const map = await screen.findByRole('treegrid');
    const row = within(map).getByRole('row', { name: /B-2 Storage/ });
    expect(within(row).getByText('6.1 ms')).toBeInTheDocument();
    expect(
      within(map).getByRole('row', { name: /1B Core Cloud/ }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('keeps the focus on the group whose name is followed', async () => {
    answerAll();
    const scopes: string[] = [];
    portal.answer({
      'GET scorecards/matrix': async ({ url }) => {
        const inB2 = new URL(url).searchParams.has('root', b2.ref);
        scopes.push(inB2 ? 'B-2' : 'all');
        return {
          groupBy: 'category',
          at: '2026-11-28T08:00:00Z',
          columns: ['availability', 'speed'],
          rows: inB2 ? [{ ...b2, depth: 0 }] : [division, b1, b2],
        };
      },
      'GET scorecards/health/group/default/squad-b-2': {
        at: '2026-11-28T08:00:00Z',
        health: b2.health,
        trend: [],
      },
    });
    await show();
    const name = { name: 'B-2 Storage Services' };
    const map = within(await screen.findByRole('treegrid'));
    map.getByRole('link', name).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.queryByRole('row', { name: /1B Core/ })).toBeNull();
      expect(
        within(screen.getByRole('treegrid')).getByRole('link', name),
      ).toHaveFocus();
    });
    expect(scopes).toEqual(['all', 'B-2']);
  });

  it('opens a cell beside the page, with the way to its trend', async () => {
    answerAll();
    await show('/scorecards?cell=b-2-p95-latency+group%3Adefault%2Fsquad-b-2');
    const drawer = await screen.findByRole('dialog', { name: 'P95 latency' });
    expect(drawer).toHaveTextContent('6.1 ms misses < 5 ms.');
    expect(
      within(drawer).getByRole('link', { name: 'Trend and waivers' }),
    ).toHaveAttribute(
      'href',
      '/scorecards/kpis/b-2-p95-latency?entity=squad-b-2',
    );
  });

  it('says how much of it is made up', async () => {
    answerAll();
    portal.answer({
      'GET scorecards/entities': {
        items: [latency, aCell({ source: 'sample' })],
        total: 2,
      },
    });
    await show();
    expect(
      await screen.findByText(/1 of 2 values are made up/),
    ).toBeInTheDocument();
  });

  it('says what to fix first, with owner, lead and runbook', async () => {
    answerAll();
    await show();
    const fixes = await screen.findByText('+25.0 pt');
    const item = within(fixes.closest('li')!);
    expect(item.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
      'href',
      '/docs/default/system/squad-b-2/',
    );
    expect(item.getByRole('link', { name: 'Lead, B-2' })).toBeInTheDocument();
  });

  it('keeps a filter in sight of the table and the heat map', async () => {
    answerAll();
    await show('/scorecards?status=missed');
    const table = await screen.findByRole('table', { name: 'KPIs' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    expect(screen.queryByText(/of 2 KPIs are shown/)).toBeNull();
    const map = screen.getByRole('treegrid');
    expect(within(map).queryByText('B-1 Compute Platform')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'missed' }));
    expect(await within(map).findByText('B-1 Compute Platform')).toBeVisible();
  });

  it('says what is wrong and reads again', async () => {
    let failing = true;
    answerAll();
    portal.answer({
      'GET scorecards/matrix': async () =>
        failing
          ? refusal(503, 'ServiceUnavailableError', 'Not read yet')
          : { groupBy: 'category', at: '', columns: [], rows: [] },
    });
    await show();
    expect(await screen.findByText(/Not read yet/)).toBeInTheDocument();
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    expect(await screen.findByRole('treegrid')).toBeInTheDocument();
  });
});

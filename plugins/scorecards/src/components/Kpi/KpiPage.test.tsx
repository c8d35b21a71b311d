import type { ErrorBudget } from '@squadron/plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCell, aHealth } from '../../__testUtils__/cells';
import { aKpi } from '../../__testUtils__/kpis';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { KpiPage } from './KpiPage';

const portal = setupPortal();
const detail = {
  ...aKpi(),
  ownerTitle: 'B-1 Compute Platform',
  health: aHealth({ met: 1 }),
};
const budget: ErrorBudget = {
  kpi: detail.id,
  title: detail.title,
  entity: { ref: 'group:default/squad-b-1', title: 'B-1 Compute Platform' },
  target: '>= 99.95%',
  allowed: 0.0005,
  days: 30,
  total: 100_000,
  bad: 20,
  left: 0.6,
  windows: [
    { pair: '1h/5m', threshold: 14.4, long: 20, short: 21, burning: true },
    {
      pair: '6h/30m',
      threshold: 6,
      burning: false,
      hidden: 'sampled too seldom',
    },
  ],
  burnDown: [{ day: '2026-11-28', left: 0.6 }],
};

function answerAll(cell = aCell()) {
  portal.answer({
    'GET scorecards/kpis/b-1-api-uptime': detail,
    'GET scorecards/entities': { items: [cell], total: 1 },
    'GET scorecards/series': {
      series: [
        {
          ref: cell.entity,
          title: cell.entityTitle,
          kpi: detail.id,
          unit: '%',
          points: [],
        },
      ],
    },
    'GET scorecards/error-budgets/b-1-api-uptime': budget,
    'GET scorecards/waivers': { items: [] },
  });
}

const show = (search = '') =>
  renderPortal(<KpiPage />, {
    path: `/scorecards/kpis/b-1-api-uptime${search}`,
    route: '/scorecards/kpis/:kpi',
  });

describe('KpiPage', () => {
  it('answers how the only entity stands, and where the target is written', async () => {
    answerAll();
    await show();
    expect(
      await screen.findByText('B-1 Compute Platform: 99.97 % meets ≥ 99.95%.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Infra Team Structure, section 1B'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
      'href',
      '/docs/default/system/squad-b-1/',
    );
  });

  it('finds an entity beyond the cells of the first page', async () => {
    answerAll();
    const z9 = aCell({
      entity: 'group:default/squad-z-9',
      entityTitle: 'Z-9 Far Away',
    });
    portal.answer({
      'GET scorecards/entities': { items: [aCell()], total: 1_001 },
      'GET scorecards/scorecards/group/default/squad-z-9': {
        ref: z9.entity,
        title: z9.entityTitle,
        type: 'squad',
        depth: 0,
        at: '2026-11-28T08:00:00Z',
        health: aHealth({ met: 1 }),
        trend: [],
        categories: [],
        cells: [z9],
        rolledUp: [],
        below: [],
      },
    });
    await show('?entity=squad-z-9');
    expect(
      await screen.findByText('Z-9 Far Away: 99.97 % meets ≥ 99.95%.'),
    ).toBeInTheDocument();
  });

  it('says what to do while nothing was measured', async () => {
    answerAll();
    await show();
    expect(
      await screen.findByText('Nothing was measured in this time'),
    ).toBeInTheDocument();
  });

  it('shows the budget with its burn rates, and why one is hidden', async () => {
    answerAll();
    await show();
    const table = await screen.findByRole('table', { name: 'Burn rates' });
    expect(within(table).getByText('burning')).toBeInTheDocument();
    expect(within(table).getByText('sampled too seldom')).toBeInTheDocument();
    expect(
      screen.getByText(/^60 % of the budget is left\. 20 of 100,000/),
    ).toBeInTheDocument();
  });

  it('asks for a waiver with a reason, and not for one that is waived', async () => {
    const sent: unknown[] = [];
    answerAll(aCell({ status: 'missed', verdict: 'missed' }));
    portal.answer({
      'POST scorecards/waivers': async request => {
        sent.push(await request.json());
        return refusal(
          403,
          'NotAllowedError',
          'You are in no group that owns it',
        );
      },
    });
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request a waiver' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Request' })).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'Disks arrive in January.',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Request' }));
    expect(
      await dialog.findByText(/You are in no group that owns it/),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      expect.objectContaining({
        kpi: 'b-1-api-uptime',
        reason: 'Disks arrive in January.',
      }),
    ]);
  });

  it('says that there is no such KPI', async () => {
    answerAll();
    portal.answer({
      'GET scorecards/kpis/b-1-api-uptime': async () =>
        refusal(404, 'NotFoundError', 'There is no KPI of this name'),
    });
    await show();
    expect(
      await screen.findByText(/There is no KPI of this name/),
    ).toBeInTheDocument();
  });
});

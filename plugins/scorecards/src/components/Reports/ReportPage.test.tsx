import type { Report } from '@squadron/plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aHealth } from '../../__testUtils__/cells';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { ReportPage } from './ReportPage';

const portal = setupPortal();

const report: Report = {
  period: '2026-W48',
  kind: 'weekly',
  from: '2026-11-23',
  to: '2026-11-29',
  root: { ref: 'group:default/company', title: 'Company' },
  generatedAt: '2026-11-28T08:00:00Z',
  answer: 'One target more is missed than a week ago.',
  health: aHealth({ met: 9, missed: 1, score: 0.9, coverage: 1 }),
  before: aHealth({ met: 10, score: 1, coverage: 1 }),
  groups: [],
  changes: [
    {
      kpi: 'b-2-p95-latency',
      title: 'P95 latency',
      entity: { ref: 'group:default/squad-b-2', title: 'B-2 Storage' },
      from: 'met',
      to: 'missed',
      at: '2026-11-25T08:00:00Z',
      reason: '6.1 ms misses < 5 ms.',
    },
  ],
  missed: [],
  waivers: [],
  campaigns: [],
  collectors: [{ id: 'prometheus', runs: 100, failed: 7 }],
};

const show = () =>
  renderPortal(<ReportPage />, {
    path: '/scorecards/reports/2026-W48',
    route: '/scorecards/reports/:period',
  });

describe('ReportPage', () => {
  it('says what changed and why, beside the time before', async () => {
    portal.answer({ 'GET scorecards/reports/2026-W48': report });
    await show();
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Leadership report: Company, week 48, 23–29 November 2026',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('6.1 ms misses < 5 ms.')).toBeInTheDocument();
    expect(screen.getByText('−10.0 pt')).toBeInTheDocument();
    expect(
      screen.getByText('prometheus: 7 of 100 runs failed'),
    ).toBeInTheDocument();
  });

  it('prints', async () => {
    window.print = jest.fn();
    portal.answer({ 'GET scorecards/reports/2026-W48': report });
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(window.print).toHaveBeenCalled();
  });

  it('says why there is no report', async () => {
    portal.answer({
      'GET scorecards/reports/2026-W48': async () =>
        refusal(400, 'InputError', 'The week has not begun'),
    });
    await show();
    const alert = await screen.findByText(/The week has not begun/);
    expect(
      within(alert.closest('section') ?? document.body).getByRole('button'),
    ).toBeInTheDocument();
  });
});

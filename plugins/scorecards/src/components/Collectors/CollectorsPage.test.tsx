import type { CollectorStatus, Run } from '@squadron/plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { CollectorsPage } from './CollectorsPage';

const portal = setupPortal();

const run: Run = {
  id: '3d1f6b0e-5a57-4c5c-9d5b-6f0d3e2a1b11',
  collector: 'prometheus',
  state: 'failed',
  trigger: 'schedule',
  startedAt: '2026-11-28T08:00:00.000Z',
  finishedAt: '2026-11-28T08:00:10.000Z',
  attempts: 3,
  kpis: 4,
  answered: 3,
  accepted: 3,
  rejected: 0,
  problems: [{ kpi: 'c-3-p99', message: 'Prometheus did not answer in 10 s' }],
};
const prometheus: CollectorStatus = {
  id: 'prometheus',
  type: 'prometheus',
  title: 'Prometheus',
  health: 'failing',
  kpis: 4,
  everySeconds: 60,
  timeoutSeconds: 10,
  lastRun: run,
  recent: ['ok', 'failed'],
};

function answerAll() {
  portal.answer({
    'GET scorecards/collectors': {
      items: [prometheus],
      pushed: { kpis: 80, silent: 2 },
    },
    'GET scorecards/runs': { items: [run] },
  });
}

const show = (search = '') =>
  renderPortal(<CollectorsPage />, { path: `/scorecards/collectors${search}` });

describe('CollectorsPage', () => {
  it('says which collector fails, and how often it did', async () => {
    answerAll();
    await show();
    expect(
      await screen.findByText(
        '1 of 1 collectors fails: Prometheus. 2 of 80 pushed KPIs have never been pushed.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: '1 of the last 2 runs failed' }),
    ).toBeInTheDocument();
  });

  it('shows what went wrong in a run, by KPI', async () => {
    answerAll();
    await show('?collector=prometheus');
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      await drawer.findByText(/Prometheus did not answer in 10 s/),
    ).toBeInTheDocument();
    expect(drawer.getByText(/3 attempts/)).toBeInTheDocument();
  });

  it('runs a collector now, and says why it did not', async () => {
    answerAll();
    portal.answer({
      'POST scorecards/collectors/prometheus/run': async () =>
        refusal(403, 'NotAllowedError', 'Leads run collectors'),
    });
    await show('?collector=prometheus');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run now' }),
    );
    expect(await screen.findByText('Leads run collectors')).toBeInTheDocument();
  });
});

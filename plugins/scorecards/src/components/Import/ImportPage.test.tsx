import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { ImportPage } from './ImportPage';

const portal = setupPortal();
const id = '3d1f6b0e-5a57-4c5c-9d5b-6f0d3e2a1b11';

const anImport = (over: Partial<SampleImport> = {}) => ({
  id,
  name: 'uptime.csv',
  state: 'checked',
  bytes: 100,
  rows: 2,
  progress: 2,
  result: {
    accepted: 1,
    unchanged: 0,
    corrected: 0,
    rejected: 1,
    errors: [
      { index: 3, code: 'unknown-kpi', message: 'Write b-1-api-uptime' },
    ],
  },
  preview: [
    {
      line: 2,
      kpi: 'b-1-api-uptime',
      entity: 'squad-b-1',
      at: '2026-11-28T06:00:00Z',
      text: '99.97 %',
    },
  ],
  createdAt: '2026-11-28T08:00:00Z',
  createdBy: 'user:default/lead-b-1',
  ...over,
});

describe('ImportPage', () => {
  it('shows what a file means before a row is taken over', async () => {
    portal.answer({ [`GET scorecards/imports/${id}`]: anImport() });
    await renderPortal(<ImportPage />, {
      path: `/scorecards/import?import=${id}`,
    });
    expect(
      await screen.findByText(
        'uptime.csv: 1 row can be taken over; 1 row not taken.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Write b-1-api-uptime')).toBeInTheDocument();
    portal.answer({
      [`POST scorecards/imports/${id}/run`]: async () => ({
        ...anImport({ state: 'done' }),
      }),
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Take 1 row over' }),
    );
    expect(await screen.findByText(/1 row taken over/)).toBeInTheDocument();
  });

  it('shows how far the work is', async () => {
    portal.answer({
      [`GET scorecards/imports/${id}`]: anImport({
        state: 'importing',
        rows: 1_000,
        progress: 400,
      }),
    });
    await renderPortal(<ImportPage />, {
      path: `/scorecards/import?import=${id}`,
    });
    expect(
      await screen.findByRole('progressbar', { name: 'Taking rows over' }),
    ).toHaveAttribute('aria-valuenow', '400');
  });

  it('follows the work further when an answer about it is lost', async () => {
    let asked = 0;
    portal.answer({
      [`GET scorecards/imports/${id}`]: async () => {
        asked += 1;
        return asked === 2
          ? refusal(503, 'ServiceUnavailableError', 'The portal starts')
          : { ...anImport({ state: asked === 1 ? 'importing' : 'done' }) };
      },
    });
    await renderPortal(<ImportPage />, {
      path: `/scorecards/import?import=${id}`,
    });
    expect(await screen.findByText(/1 row taken over/)).toBeInTheDocument();
    expect(screen.queryByText(/The portal starts/)).toBeNull();
  });
});

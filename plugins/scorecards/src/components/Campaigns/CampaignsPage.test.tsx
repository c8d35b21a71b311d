import type { Campaign } from '@squadron/plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCell, aHealth } from '../../__testUtils__/cells';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { CampaignsPage } from './CampaignsPage';

const portal = setupPortal();

const campaign: Campaign = {
  id: '3d1f6b0e-5a57-4c5c-9d5b-6f0d3e2a1b11',
  title: 'Patch faster',
  description: 'Every CVE within the day.',
  group: { ref: 'group:default/division-1e', title: '1E Security' },
  kpis: [{ ref: 'e-1-cve-mttp', title: 'CVE MTTP' }],
  owner: { ref: 'user:default/lead-1e', title: 'Lead, 1E' },
  from: '2026-11-01',
  due: '2026-12-31',
  state: 'running',
  start: aHealth({ missed: 2 }),
  now: aHealth({ met: 1, missed: 1 }),
  progress: 0.5,
  trend: [],
  version: 1,
};
const division = {
  ref: 'group:default/division-1e',
  name: 'division-1e',
  type: 'division',
  title: '1E Security',
  lifecycle: 'active',
  roles: [],
  onCall: false,
  depth: 0,
  children: 0,
  rollUp: {
    descendants: 0,
    people: { direct: 0, total: 0 },
    systems: { direct: 0, total: 0 },
  },
};

describe('CampaignsPage', () => {
  it('says which campaign is due, and how far it is', async () => {
    portal.answer({ 'GET scorecards/campaigns': { items: [campaign] } });
    await renderPortal(<CampaignsPage />, {
      path: `/scorecards/campaigns?campaign=${campaign.id}`,
    });
    expect(
      await screen.findByText(
        '1 campaign runs; Patch faster is due on 2026-12-31, 50 % done.',
      ),
    ).toBeInTheDocument();
    const drawer = within(screen.getByRole('dialog'));
    expect(
      drawer.getByText('When it began: 2 of 2 missed. Now: 1 of 2 missed.'),
    ).toBeInTheDocument();
  });

  it('asks before it closes one, and says why it could not', async () => {
    portal.answer({ 'GET scorecards/campaigns': { items: [campaign] } });
    await renderPortal(<CampaignsPage />, {
      path: `/scorecards/campaigns?campaign=${campaign.id}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close the campaign' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Close Patch faster?' }),
    );
    portal.answer({
      [`DELETE scorecards/campaigns/${campaign.id}`]: async () =>
        refusal(403, 'NotAllowedError', 'It is of another division'),
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Close it' }));
    expect(
      await dialog.findByText(/It is of another division/),
    ).toBeInTheDocument();
  });

  it('starts a campaign for the scope with the chosen KPIs', async () => {
    const sent: unknown[] = [];
    portal.answer({
      'GET org-model/tree': { at: '2026-11-28T00:00:00Z', nodes: [division] },
      'GET scorecards/campaigns': { items: [] },
      'GET scorecards/entities': {
        items: [aCell({ kpi: 'lag', title: 'Firmware lag', status: 'missed' })],
      },
      'POST scorecards/campaigns': async request => {
        sent.push(await request.json());
        return { ...campaign };
      },
    });
    await renderPortal(<CampaignsPage />, {
      path: '/scorecards/campaigns?scope=division-1e',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start a campaign' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Title/ }),
      'Catch up',
    );
    expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
    await userEvent.click(
      await dialog.findByRole('checkbox', { name: /Firmware lag/ }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    expect(sent).toEqual([
      expect.objectContaining({
        title: 'Catch up',
        group: 'group:default/division-1e',
        kpis: ['lag'],
        owner: 'user:default/lead-b-1',
      }),
    ]);
  });
});

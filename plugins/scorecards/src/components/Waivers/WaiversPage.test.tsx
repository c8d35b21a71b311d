import type { Waiver } from '@squadron/plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { WaiversPage } from './WaiversPage';

const portal = setupPortal();
const id = '3d1f6b0e-5a57-4c5c-9d5b-6f0d3e2a1b11';

function aWaiver(over: Partial<Waiver> = {}): Waiver {
  return {
    id,
    kpi: 'b-2-p95-latency',
    kpiTitle: 'P95 latency',
    entity: { ref: 'group:default/squad-b-2', title: 'B-2 Storage' },
    group: { ref: 'group:default/squad-b-2', title: 'B-2 Storage' },
    reason: 'The new disks arrive in January.',
    state: 'requested',
    requestedBy: { ref: 'user:default/lead-b-2', title: 'Lead, B-2' },
    requestedAt: '2026-11-27T08:00:00Z',
    until: '2027-01-31',
    approvers: [{ ref: 'user:default/lead-1b', title: 'Lead, 1B' }],
    mine: true,
    version: 1,
    ...over,
  };
}

function answerWith(waiver: Waiver) {
  portal.answer({
    'GET scorecards/waivers': { items: [waiver] },
    [`GET scorecards/waivers/${id}`]: waiver,
  });
}

const show = (search = '') =>
  renderPortal(<WaiversPage />, { path: `/scorecards/waivers${search}` });

describe('WaiversPage', () => {
  it('says how many wait, and for whom', async () => {
    answerWith(aWaiver());
    await show();
    expect(
      await screen.findByText(
        '1 waiver waits for a decision, 1 for yours; 0 targets are waived now.',
      ),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Waivers' });
    expect(
      within(table).getByText('waits for a decision: yours'),
    ).toBeVisible();
  });

  it('approves by a word, and reads anew what came of it', async () => {
    const sent: unknown[] = [];
    answerWith(aWaiver());
    portal.answer({
      [`POST scorecards/waivers/${id}/approve`]: async request => {
        sent.push(await request.json());
        const approved = aWaiver({
          state: 'approved',
          mine: false,
          version: 2,
        });
        answerWith(approved);
        return { ...approved };
      },
    });
    await show(`?waiver=${id}`);
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      await drawer.findByText('The new disks arrive in January.'),
    ).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Approve' }));
    expect(
      await drawer.findByText('approved until 2027-01-31'),
    ).toBeInTheDocument();
    expect(sent).toEqual([{ version: 1 }]);
  });

  it('denies only with a reason', async () => {
    answerWith(aWaiver());
    await show(`?waiver=${id}`);
    const deny = await screen.findByRole('button', { name: 'Deny' });
    expect(deny).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Your reason/ }),
      'Buy the disks now.',
    );
    expect(deny).toBeEnabled();
  });

  it('offers no decision to who may not decide', async () => {
    answerWith(aWaiver({ mine: false }));
    await show(`?waiver=${id}`);
    expect(await screen.findByText(/It waits for/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('lets who may approve revoke what holds, with a reason', async () => {
    const me = 'user:default/lead-b-1';
    answerWith(
      aWaiver({
        state: 'approved',
        mine: false,
        approvers: [{ ref: me, title: 'Lead, B-1' }],
      }),
    );
    await show(`?waiver=${id}`);
    expect(
      await screen.findByRole('button', { name: 'Revoke' }),
    ).toBeDisabled();
  });

  it('says why a decision was refused', async () => {
    answerWith(aWaiver());
    portal.answer({
      [`POST scorecards/waivers/${id}/approve`]: async () =>
        refusal(409, 'ConflictError', 'Lead, 1B has denied it already'),
    });
    await show(`?waiver=${id}`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText(/Lead, 1B has denied it already/),
    ).toBeInTheDocument();
  });
});

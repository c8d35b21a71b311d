import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { now, rhythm, tree } from '../../__testUtils__/rhythm';
import { RhythmPage } from './RhythmPage';

const portal = setupPortal();
function show(path = '/rhythm') {
  return renderPortal(<RhythmPage now={now} />, { path });
}

beforeEach(() => portal.answer({ 'GET /tree': tree, 'GET /rhythm': rhythm }));

describe('SubscribeDialog', () => {
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

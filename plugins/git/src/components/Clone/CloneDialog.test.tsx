import { refusal, setupBackend } from '@squadron/test-portal';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../../__testUtils__/portal';
import { CloneDialog } from './CloneDialog';

const portal = setupBackend();
const cloneUrl = 'http://portal.test/api/git/repositories/shop.git';
const laptop = {
  id: 'c1',
  label: 'laptop',
  createdAt: '2026-11-20T09:00:00.000Z',
  lastUsedAt: '2026-11-27T09:00:00.000Z',
};

const show = () =>
  renderPortal(
    <CloneDialog name="shop" cloneUrl={cloneUrl} onClose={() => {}} />,
  );

describe('CloneDialog', () => {
  it('shows a token once, beside the command and not in it', async () => {
    const sent: unknown[] = [];
    portal.answer({
      'GET git/credentials': { items: [] },
      'POST git/credentials': async request => {
        sent.push(await request.json());
        portal.answer({ 'GET git/credentials': { items: [laptop] } });
        return { ...laptop, token: 'sqg_secret' };
      },
    });
    await show();
    expect(await screen.findByText('You have none yet.')).toBeVisible();
    const make = screen.getByRole('button', { name: 'Make a credential' });
    expect(make).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /What the credential is for/ }),
      'laptop',
    );
    await userEvent.click(make);
    expect(
      await screen.findByRole('textbox', {
        name: 'Password for laptop, its token',
      }),
    ).toHaveValue('sqg_secret');
    expect(
      screen.getByRole('textbox', { name: 'User name for laptop' }),
    ).toHaveValue('squadron');
    expect(screen.getByRole('textbox', { name: /^Command/ })).toHaveValue(
      'git clone http://portal.test/api/git/repositories/shop.git',
    );
    expect(sent).toEqual([{ label: 'laptop' }]);
    const list = await screen.findByRole('list', { name: 'Your credentials' });
    expect(within(list).getByText('laptop')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Make another' }));
    expect(screen.queryByDisplayValue(/sqg_secret/)).toBeNull();
  });

  it('says why there is no credential', async () => {
    portal.answer({
      'GET git/credentials': { items: [] },
      'POST git/credentials': async () =>
        refusal(409, 'ConflictError', 'Revoke one of your 20 credentials'),
    });
    await show();
    await userEvent.type(
      await screen.findByRole('textbox', { name: /What the credential/ }),
      'x{Enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The credential was not made: Revoke one of your 20 credentials',
    );
  });

  it('revokes a credential after a question', async () => {
    const sent: string[] = [];
    portal.answer({
      'GET git/credentials': { items: [laptop] },
      'DELETE git/credentials/c1': async ({ method }) => {
        sent.push(method);
        portal.answer({ 'GET git/credentials': { items: [] } });
        return new Response(null, { status: 204 });
      },
    });
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revoke laptop' }),
    );
    const question = within(
      await screen.findByRole('dialog', { name: 'Revoke laptop?' }),
    );
    expect(sent).toEqual([]);
    await userEvent.click(question.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('You have none yet.')).toBeVisible();
    expect(sent).toEqual(['DELETE']);
  });
});

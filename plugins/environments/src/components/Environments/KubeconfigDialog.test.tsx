import { refusal } from '@squadron/test-portal';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEnvironment, now } from '../../__testUtils__/environments';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { KubeconfigDialog } from './KubeconfigDialog';

const portal = setupPortal();
const route = 'POST environments/environments/dev/dev-shop/kubeconfig';

async function make() {
  await renderPortal(
    <KubeconfigDialog environment={anEnvironment()} onClose={() => {}} />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Make it' }));
}

describe('KubeconfigDialog', () => {
  it('shows the file once, and says until when it opens the namespace', async () => {
    const sent: unknown[] = [];
    portal.answer({
      [route]: async request => {
        sent.push(await request.json());
        return { kubeconfig: 'apiVersion: v1\n', expiresAt: now };
      },
    });
    await make();
    expect(
      await screen.findByText(/It opens dev-shop until Sat 28 Nov/),
    ).toHaveTextContent('kept nowhere');
    expect(screen.getByRole('textbox', { name: 'Kubeconfig' })).toHaveValue(
      'apiVersion: v1\n',
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download' })).toBeVisible();
    expect(sent).toEqual([{ minutes: 60 }]);
  });

  it('says why there is none', async () => {
    portal.answer({
      [route]: async () =>
        refusal(409, 'ConflictError', 'dev-shop is being taken away'),
    });
    await make();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was not made: dev-shop is being taken away',
    );
    expect(screen.getByRole('button', { name: 'Make it' })).toBeEnabled();
  });
});

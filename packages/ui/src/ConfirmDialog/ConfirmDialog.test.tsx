import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfirmDialog, ConfirmDialogProps } from './ConfirmDialog';

function show(props: Partial<ConfirmDialogProps> = {}) {
  const onClose = jest.fn();
  const onConfirm = jest.fn(async () => {});
  render(
    <ConfirmDialog
      title="Revoke this waiver?"
      confirmLabel="Revoke"
      isDestructive
      onClose={onClose}
      onConfirm={onConfirm}
      {...props}
    >
      The verdict counts again at once.
    </ConfirmDialog>,
  );
  return { onClose, onConfirm };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('ConfirmDialog', () => {
  it('does nothing until it is confirmed', async () => {
    const { onClose, onConfirm } = show();
    expect(
      await screen.findByRole('dialog', { name: 'Revoke this waiver?' }),
    ).toHaveTextContent('The verdict counts again at once.');
    await userEvent.click(button('Cancel'));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('waits for the reason and hands it on', async () => {
    const { onClose, onConfirm } = show({
      reasonLabel: 'Why',
      isReasonRequired: true,
    });
    expect(button('Revoke')).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why/ }),
      ' fixed ',
    );
    await userEvent.click(button('Revoke'));
    expect(onConfirm).toHaveBeenCalledWith('fixed');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it('waits until the name of what goes is typed', async () => {
    const { onConfirm } = show({ typed: 'dev-shop' });
    const field = screen.getByRole('textbox', {
      name: 'Type dev-shop to confirm',
    });
    await userEvent.type(field, 'dev-sho{Enter}');
    expect(button('Revoke')).toBeDisabled();
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.type(field, 'p{Enter}');
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('stays and says why when it could not be done', async () => {
    const { onClose } = show({
      onConfirm: async () => {
        throw new Error('it has ended already');
      },
    });
    await userEvent.click(button('Revoke'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was not done: it has ended already',
    );
    expect(button('Revoke')).toBeEnabled();
    expect(onClose).not.toHaveBeenCalled();
  });
});

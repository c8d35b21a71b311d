import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

async function press() {
  const user = userEvent.setup();
  render(<CopyButton text="git clone x">Copy command</CopyButton>);
  return () => user.click(screen.getByRole('button', { name: 'Copy command' }));
}

describe('CopyButton', () => {
  afterEach(() => jest.restoreAllMocks());

  it('copies the text and says so', async () => {
    const click = await press();
    await click();
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('git clone x');
  });

  it('says what to do where the browser does not allow it', async () => {
    const click = await press();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('NotAllowedError'));
    await click();
    expect(
      await screen.findByText(/select the text and copy it/),
    ).toBeInTheDocument();
  });
});

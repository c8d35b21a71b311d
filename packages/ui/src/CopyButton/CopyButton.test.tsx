import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

/** Presses the button in a browser whose clipboard answers so. */
async function press(answer: () => Promise<void>) {
  const user = userEvent.setup();
  const write = jest
    .spyOn(navigator.clipboard, 'writeText')
    .mockImplementation(answer);
  render(<CopyButton text="git clone x">Copy command</CopyButton>);
  await user.click(screen.getByRole('button', { name: 'Copy command' }));
  expect(write).toHaveBeenCalledWith('git clone x');
}

describe('CopyButton', () => {
  afterEach(() => jest.restoreAllMocks());

  it('copies the text and says so', async () => {
    await press(async () => {});
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
  });

  it('says what to do where the browser does not allow it', async () => {
    await press(async () => {
      throw new Error('not allowed');
    });
    expect(
      await screen.findByText(/select the text and copy it/),
    ).toBeInTheDocument();
  });
});

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Drawer } from './Drawer';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Details
      </button>
      {open && (
        <Drawer
          title="B-1 Compute"
          subtitle="squad"
          actions={<a href="/b-1">Open its page</a>}
          onClose={() => setOpen(false)}
        >
          Runs the clusters.
        </Drawer>
      )}
    </>
  );
}

describe('Drawer', () => {
  it('takes the focus, keeps it, and gives it back on Escape', async () => {
    render(<Page />);
    const details = screen.getByRole('button', { name: 'Details' });
    await userEvent.click(details);
    const drawer = await screen.findByRole('dialog', { name: 'B-1 Compute' });
    expect(drawer).toHaveTextContent('Runs the clusters.');
    for (let presses = 0; presses < 5; presses++) {
      await userEvent.tab();
      expect(drawer).toContainElement(document.activeElement as HTMLElement);
    }
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await waitFor(() => expect(details).toHaveFocus());
  });

  it('closes by its button', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Details' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

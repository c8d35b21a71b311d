import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { TimeRangePicker } from './TimeRangePicker';
import { useTimeRange } from './useTimeRange';

function Page() {
  const { label, from, to } = useTimeRange('quarter');
  return (
    <>
      <TimeRangePicker fallback="quarter" />
      <p>
        {label}: {from} to {to}
      </p>
      <output>{useLocation().search}</output>
    </>
  );
}

function show(address = '/') {
  render(
    <MemoryRouter initialEntries={[address]}>
      <Page />
    </MemoryRouter>,
  );
}

const picker = () => screen.getByRole('button', { name: /Time/ });

describe('TimeRangePicker', () => {
  it('starts with the preset of the page', () => {
    show();
    expect(picker()).toHaveTextContent('This quarter');
    expect(screen.getByText(/^This quarter: \d{4}-\d\d-01 to/)).toBeVisible();
  });

  it('writes a preset into the address and leaves the rest of it alone', async () => {
    show('/?scope=b-1');
    await userEvent.click(picker());
    await userEvent.click(screen.getByRole('option', { name: 'This year' }));
    expect(
      screen.getByText(/^\?scope=b-1&from=(\d{4})-01-01&to=\1-12-31$/),
    ).toBeVisible();
    expect(picker()).toHaveTextContent('This year');
  });

  it('takes two days, not the wrong way round', async () => {
    show('/?from=2024-01-10&to=2024-01-20');
    expect(picker()).toHaveTextContent('10–20 Jan 2024');
    await userEvent.click(picker());
    await userEvent.click(
      screen.getByRole('option', { name: 'Choose dates…' }),
    );
    const last = await screen.findByLabelText('Last day');
    fireEvent.change(last, { target: { value: '2024-01-05' } });
    expect(screen.getByRole('alert')).toHaveTextContent(/before the first/);
    fireEvent.change(last, { target: { value: '2024-02-05' } });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show these days' }),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.getByText('?from=2024-01-10&to=2024-02-05'),
    ).toBeInTheDocument();
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortal } from 'react-dom';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { DataTable, DataTableProps } from './DataTable';

interface Squad {
  title: string;
  people: number;
}

const rows: Squad[] = [
  { title: 'Compute', people: 6 },
  { title: 'Storage', people: 4 },
];

function Address() {
  return <output>{useLocation().search}</output>;
}

function show(
  props: Partial<DataTableProps<Squad>> = {},
  address: string = '/',
) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <DataTable
        name="squads"
        label="Squads"
        rows={rows}
        rowId={row => row.title}
        columns={[
          { id: 'title', label: 'Title', value: row => row.title },
          {
            id: 'people',
            label: 'People',
            value: row => row.people,
            numeric: true,
          },
        ]}
        {...props}
      />
      <Address />
    </MemoryRouter>,
  );
}

function names() {
  return screen.getAllByRole('rowheader').map(cell => cell.textContent);
}

describe('DataTable', () => {
  it('sorts by a click on a column and says so', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'People' }));
    expect(names()).toEqual(['Storage', 'Compute']);
    expect(
      screen.getByRole('columnheader', { name: 'People' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByText('?squads.sort=people')).toBeInTheDocument();
  });

  it('counts a single row in the singular', () => {
    show({ rows: rows.slice(0, 1) });
    expect(screen.getByText('1 row')).toBeInTheDocument();
  });

  it('takes filter and order from the address', () => {
    show({}, '/?squads.q=sto&squads.sort=-title');
    expect(names()).toEqual(['Storage']);
    expect(screen.getByText('1 of 2 rows')).toBeInTheDocument();
  });

  it('says that no row holds the filter', async () => {
    show();
    await userEvent.type(screen.getByRole('searchbox'), 'nowhere');
    expect(screen.getByText(/No row holds “nowhere”/)).toBeInTheDocument();
  });

  it('opens a row by keyboard and by a click anywhere in it', async () => {
    const onRowAction = jest.fn();
    show({ onRowAction });
    screen.getByRole('button', { name: 'Storage' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onRowAction).toHaveBeenLastCalledWith(rows[1]);
    await userEvent.click(screen.getByRole('cell', { name: '6' }));
    expect(onRowAction).toHaveBeenLastCalledWith(rows[0]);
    expect(onRowAction).toHaveBeenCalledTimes(2);
  });

  it('leaves a row alone when the click was in what a cell opened', async () => {
    const onRowAction = jest.fn();
    const menu = createPortal(<p>Rename</p>, document.body);
    const columns = [
      {
        id: 'title',
        label: 'Title',
        value: ({ title }: Squad) => title,
      },
      { id: 'menu', label: 'Menu', value: () => '', render: () => menu },
    ];
    show({ onRowAction, columns, rows: rows.slice(0, 1) });
    await userEvent.click(screen.getByText('Rename'));
    expect(onRowAction).not.toHaveBeenCalled();
  });

  it('links a row to its page', () => {
    show({ rowHref: row => `/squads/${row.title}` });
    expect(screen.getByRole('link', { name: 'Compute' })).toHaveAttribute(
      'href',
      '/squads/Compute',
    );
  });

  it('exports the rows in sight', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = jest.fn(file => {
      files.push(file as Blob);
      return 'blob:squads';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    show({}, '/?squads.q=compute');
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(click).toHaveBeenCalled();
    expect(files[0].size).toBe('\ufeff'.length + 2 + 25);
    click.mockRestore();
  });

  it('shows what to do when there are no rows at all', () => {
    show({ rows: [], empty: <p>Add the first squad.</p> });
    expect(screen.getByText('Add the first squad.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('keeps a long table light and says how long it is', () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({
      title: `Squad ${at}`,
      people: at,
    }));
    show({ rows: many });
    const table = screen.getByRole('table', { name: 'Squads' });
    expect(table).toHaveAttribute('aria-rowcount', '1001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(100);
  });
});

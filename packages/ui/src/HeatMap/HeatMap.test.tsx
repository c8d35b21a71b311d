import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { HeatMap } from './HeatMap';
import { HeatCell, HeatMapProps, HeatRow } from './heatMapTypes';

const rows: HeatRow[] = [
  { id: '1b', label: '1B Core Cloud', depth: 0 },
  { id: 'b-1', label: 'B-1 Compute', depth: 1 },
  { id: 'b-2', label: 'B-2 Storage', depth: 1 },
  { id: '1c', label: '1C Data', depth: 0 },
];

const cells: Record<string, HeatCell> = {
  '1b/speed': { status: 'missed', description: '1 of 4 missed' },
  'b-2/p99': {
    status: 'missed',
    text: '6.1 ms',
    description: 'target 5 ms',
    stale: true,
  },
  'b-1/speed': { status: 'no-data', description: 'the collector is off' },
};

const columns = [
  {
    id: 'speed',
    label: 'speed',
    parts: [{ id: 'p99', label: 'p99 latency' }],
  },
  { id: 'cost', label: 'cost' },
  {
    id: 'score',
    label: 'health',
    render: ({ label }: HeatRow) => `score of ${label}`,
    pinned: true,
  },
];

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Page(props: Partial<HeatMapProps<HeatRow>>) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  return (
    <HeatMap
      label="Health"
      rowsLabel="Group"
      rows={rows}
      columns={columns}
      cellOf={(row, column) => cells[`${row.id}/${column}`]}
      expanded={expanded}
      onToggle={id => setExpanded(ids => toggled(ids, id))}
      expandedColumns={unfolded}
      onToggleColumn={id => setUnfolded(ids => toggled(ids, id))}
      {...props}
    />
  );
}

function show(props: Partial<HeatMapProps<HeatRow>> = {}) {
  return render(<Page {...props} />, { wrapper: MemoryRouter });
}

const row = (name: RegExp) => screen.getByRole('row', { name });
const labels = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

describe('HeatMap', () => {
  it('is a treegrid that tells level, place and state of each row', async () => {
    show();
    expect(screen.getByRole('treegrid', { name: 'Health' })).toBeVisible();
    expect(labels()).toEqual(['1B Core Cloud', '1C Data']);
    expect(row(/1B/)).toHaveAttribute('aria-expanded', 'false');
    expect(row(/1C/)).not.toHaveAttribute('aria-expanded');
    await userEvent.click(
      screen.getByRole('button', { name: 'Unfold 1B Core Cloud' }),
    );
    expect(row(/B-2/)).toHaveAttribute('aria-level', '2');
    expect(row(/B-2/)).toHaveAttribute('aria-posinset', '2');
    expect(row(/B-2/)).toHaveAttribute('aria-setsize', '2');
  });

  it('says in words what a mark means, also why there is no data', () => {
    show({ expanded: new Set(['1b']) });
    expect(
      screen.getByRole('gridcell', { name: 'missed, 1 of 4 missed' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('gridcell', { name: 'no data, the collector is off' }),
    ).toBeInTheDocument();
    expect(
      within(row(/1C/)).getAllByRole('gridcell', { name: 'does not apply' }),
    ).toHaveLength(2);
  });

  it('unfolds a column into its parts', async () => {
    show({ expanded: new Set(['1b']) });
    await userEvent.click(screen.getByRole('button', { name: 'speed' }));
    const names = screen
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Group',
      'speed',
      'cost',
      'health',
      'overall',
      'p99 latency',
    ]);
    expect(
      screen.getByRole('gridcell', {
        name: '6.1 ms, missed, stale, target 5 ms',
      }),
    ).toBeInTheDocument();
  });

  it('is one stop of the Tab key, with arrow keys inside', async () => {
    show({ onCellAction: jest.fn() });
    const user = userEvent.setup();
    await user.tab();
    expect(screen.getByRole('button', { name: 'speed' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{Home}');
    expect(screen.getByRole('rowheader', { name: /1B/ })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(labels()).toHaveLength(4);
    await user.keyboard('{ArrowRight}');
    expect(
      screen.getByRole('button', { name: 'missed, 1 of 4 missed' }),
    ).toHaveFocus();
    await user.keyboard('{End}');
    expect(
      screen.getByRole('gridcell', { name: 'score of 1B Core Cloud' }),
    ).toHaveFocus();
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it('folds a row from inside it', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown}{Home}{Enter}{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('rowheader', { name: /B-2/ })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('rowheader', { name: /1B/ })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(labels()).toEqual(['1B Core Cloud', '1C Data']);
  });

  it('goes to the first and the last row', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(screen.getByRole('rowheader', { name: /1C/ })).toHaveFocus();
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(screen.getByRole('rowheader', { name: /1B/ })).toHaveFocus();
  });

  it('opens a cell and a row by keyboard', async () => {
    const onCellAction = jest.fn();
    show({ onCellAction, rowHref: ({ id }) => `/groups/${id}` });
    const user = userEvent.setup();
    expect(screen.getByRole('link', { name: '1C Data' })).toHaveAttribute(
      'href',
      '/groups/1c',
    );
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onCellAction).toHaveBeenCalledWith(rows[0], 'speed');
  });

  it('says which name was followed, and focuses a name when it comes', async () => {
    const onRowFollow = jest.fn();
    const href = ({ id }: HeatRow) => `/groups/${id}`;
    show({ rowHref: href, onRowFollow, focusedRow: '1c' });
    expect(screen.getByRole('link', { name: '1C Data' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onRowFollow).toHaveBeenCalledWith(rows[3]);
  });

  it('leaves the focus with who has it', () => {
    const Elsewhere = () => (
      <>
        <input aria-label="elsewhere" ref={input => input?.focus()} />
        <Page focusedRow="1c" />
      </>
    );
    render(<Elsewhere />, { wrapper: MemoryRouter });
    expect(screen.getByLabelText('elsewhere')).toHaveFocus();
  });

  it('pins a column, with its name', () => {
    show();
    const pinned = (element: HTMLElement) => 'pinned' in element.dataset;
    expect(
      screen.getAllByRole('columnheader').filter(pinned)[0],
    ).toHaveTextContent('health');
    expect(
      within(row(/1C/)).getAllByRole('gridcell').filter(pinned),
    ).toHaveLength(1);
  });

  it('shows the words of the cell in focus until Escape', async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown}');
    const tip = /1B Core Cloud · speed\s+missed, 1 of 4 missed/;
    expect(screen.getByText(tip)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByText(tip)).not.toBeInTheDocument();
  });

  it('keeps a long map light and says how long it is', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      id: `row-${at}`,
      label: `Row ${at}`,
      depth: 0,
    }));
    show({ rows: many });
    expect(screen.getByRole('treegrid')).toHaveAttribute(
      'aria-rowcount',
      '501',
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
  });
});

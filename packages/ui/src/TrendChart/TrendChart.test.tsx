import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TrendChart } from './TrendChart';
import { TrendChartProps } from './trendTypes';

const chart: TrendChartProps = {
  label: 'Availability of B-1',
  series: [
    {
      id: 'b-1',
      label: 'B-1',
      points: [
        { at: '2026-11-01', value: 99.9 },
        { at: '2026-11-02', value: null },
        { at: '2026-11-03', value: 99.2 },
      ],
    },
  ],
  targets: [
    { from: '2026-10-01', value: 99.5 },
    { from: '2026-11-03', value: 99.0 },
  ],
  annotations: [{ at: '2026-11-03', label: 'release 4.2' }],
  formatValue: value => `${value} %`,
};

describe('TrendChart', () => {
  // Loading it takes its time on a busy machine.
  beforeAll(() => import('./TrendPlot'));

  it('says in words what it draws', async () => {
    render(<TrendChart {...chart} />);
    expect(
      screen.getByRole('img', {
        name: 'Availability of B-1: 99.2 % on Tue 3 Nov 2026, from 99.9 % at first, target 99 %, met',
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText('99.2 %')).toBeInTheDocument();
    expect(screen.getByText('release 4.2')).toBeInTheDocument();
  });

  it('labels each of several lines at its end', async () => {
    const peer = { ...chart.series[0], id: 'b-2', label: 'B-2' };
    render(<TrendChart {...chart} series={[chart.series[0], peer]} />);
    expect(await screen.findByText('B-1 99.2 %')).toBeInTheDocument();
    expect(screen.getByText('B-2 99.2 %')).toBeInTheDocument();
  });

  it('shows the same as a table, judged by the target of each day', async () => {
    render(<TrendChart {...chart} />);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table', { name: 'Availability of B-1' });
    const rows = within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.children].map(({ textContent }) => textContent).join('|'),
      );
    expect(rows).toEqual([
      'Time|B-1|Target|Verdict',
      'Tue 3 Nov 2026, release 4.2|99.2 %|99 %|met',
      'Mon 2 Nov 2026|–|99.5 %|no data',
      'Sun 1 Nov 2026|99.9 %|99.5 %|met',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as chart' }),
    );
    expect(screen.getByRole('img')).toBeInTheDocument();
  });

  it('says that there is no data', () => {
    render(<TrendChart label="Latency" series={[]} />);
    expect(
      screen.getByRole('img', { name: 'Latency: no data' }),
    ).toBeInTheDocument();
  });
});

import { render, screen } from '@testing-library/react';
import { Sparkline } from './Sparkline';

describe('Sparkline', () => {
  it('says in words what it draws', () => {
    render(
      <Sparkline
        label="availability"
        values={[99.2, null, 99.9, 99.7]}
        target={99.5}
        formatValue={value => `${value} %`}
      />,
    );
    expect(
      screen.getByRole('img', {
        name: 'availability: last 99.7 %, from 99.2 % to 99.9 %, target 99.5 %, missed 1 of 3',
      }),
    ).toBeInTheDocument();
  });

  it('counts a higher value as missed where lower is better', () => {
    render(
      <Sparkline label="latency" values={[4, 7]} target={5} better="lower" />,
    );
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'latency: last 7, from 4 to 7, target 5, missed 1 of 2',
    );
  });

  it('says that there is no data', () => {
    render(<Sparkline label="latency" values={[null, null]} target={5} />);
    expect(
      screen.getByRole('img', { name: 'latency: no data' }),
    ).toBeInTheDocument();
  });
});

import { act, render, screen } from '@testing-library/react';
import { anEnvironment, now } from '../../__testUtils__/environments';
import { Countdown } from './Countdown';

describe('Countdown', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(now) });
  });
  afterEach(() => jest.useRealTimers());

  const show = (expiresAt: string, ahead = 0) =>
    render(
      <Countdown environment={anEnvironment({ expiresAt })} ahead={ahead} />,
    );

  it('counts on by itself, by the second when little is left', () => {
    show('2026-11-28T12:10:00.000Z');
    const time = screen.getByText('10 min 0 s');
    expect(time).toHaveAttribute('datetime', '2026-11-28T12:10:00.000Z');
    act(() => jest.advanceTimersByTime(61_000));
    expect(time).toHaveTextContent('8 min 59 s');
  });

  it('goes by the clock of the server', () => {
    show('2026-11-28T14:00:00.000Z', 30 * 60_000);
    expect(screen.getByText('1 h 30 min')).toBeInTheDocument();
  });

  it.each([
    ['ready', 'missed'],
    ['preparing', undefined],
  ] as const)('marks what ends soon where it is %s', (phase, status) => {
    const expiresAt = '2026-11-28T12:10:00.000Z';
    render(
      <Countdown environment={anEnvironment({ expiresAt, phase })} ahead={0} />,
    );
    const mark = screen.getByText('10 min 0 s').closest('[data-status]');
    expect(mark?.getAttribute('data-status')).toBe(status);
  });

  it('shows nothing of one that goes already', () => {
    const environment = anEnvironment({ phase: 'terminating' });
    const { container } = render(
      <Countdown environment={environment} ahead={0} />,
    );
    expect(container).toHaveTextContent(/^–$/);
  });
});

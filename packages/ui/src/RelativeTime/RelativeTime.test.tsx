import { act, render, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-28T09:00:00Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('counts on while it is in sight, with the moment itself on hover', () => {
    render(<RelativeTime at="2026-11-28T08:59:00Z" />);
    const time = screen.getByText('1 minute ago');
    expect(time).toHaveAttribute('datetime', '2026-11-28T08:59:00Z');
    expect(time.title).toMatch(/^\w{3} \d{1,2} Nov 2026, \d\d:\d\d$/);
    act(() => jest.advanceTimersByTime(120_000));
    expect(time).toHaveTextContent('3 minutes ago');
  });

  it('shares one timer and stops it with the last one', () => {
    const { unmount } = render(
      <>
        <RelativeTime at="2026-11-28T08:00:00Z" />
        <RelativeTime at="2026-11-27" />
      </>,
    );
    expect(jest.getTimerCount()).toBe(1);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});

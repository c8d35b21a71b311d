import { render, screen } from '@testing-library/react';
import { Status, StatusMark } from './StatusMark';

const names: Record<Status, string> = {
  met: 'met',
  'at-risk': 'at risk',
  missed: 'missed',
  'no-data': 'no data',
  waived: 'waived',
  stale: 'stale',
  sample: 'sample',
};

describe('StatusMark', () => {
  it.each(Object.entries(names))('says %s in words', (status, name) => {
    render(<StatusMark status={status as Status} />);
    expect(screen.getByText(name)).toBeVisible();
  });

  it('says the given words instead', () => {
    render(<StatusMark status="waived">waived until 1 May</StatusMark>);
    expect(screen.getByText('waived until 1 May')).toBeVisible();
    expect(screen.queryByText('waived')).not.toBeInTheDocument();
  });
});

import { render, screen } from '@testing-library/react';
import { ProgressBar } from './ProgressBar';

describe('ProgressBar', () => {
  it('says how far it is', () => {
    render(<ProgressBar label="Reading the file" done={3} total={8} />);
    const bar = screen.getByRole('progressbar', { name: 'Reading the file' });
    expect(bar).toHaveAttribute('aria-valuenow', '3');
    expect(bar).toHaveAttribute('aria-valuemax', '8');
    expect(screen.getByRole('status')).toHaveTextContent('3 of 8');
  });

  it('never shows more than all', () => {
    render(<ProgressBar label="Rows" done={9} total={8} words="9 rows" />);
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '8',
    );
    expect(screen.getByRole('status')).toHaveTextContent('9 rows');
  });

  it('claims no share that nobody knows', () => {
    render(<ProgressBar label="Working" />);
    expect(screen.getByRole('progressbar')).not.toHaveAttribute(
      'aria-valuenow',
    );
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

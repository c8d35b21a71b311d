import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { KeyFigure, KeyFigureRow } from './KeyFigure';

describe('KeyFigure', () => {
  it('leads to what the figure is made of', () => {
    render(
      <KeyFigureRow label="Ownership">
        <KeyFigure
          label="Without a lead"
          value={3}
          unit="of 41"
          status="missed"
          detail="target 0"
          href="/org/ownership"
        />
        <KeyFigure label="Groups" value={41} />
      </KeyFigureRow>,
      { wrapper: MemoryRouter },
    );
    expect(screen.getByRole('list', { name: 'Ownership' })).toBeInTheDocument();
    const link = screen.getByRole('link');
    expect(link).toHaveAttribute('href', '/org/ownership');
    expect(link).toHaveTextContent(/Without a lead.*3 of 41.*target 0/);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});

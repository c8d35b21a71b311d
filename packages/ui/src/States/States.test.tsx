import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

describe('states of a page', () => {
  it('says what will be here and how to start it', () => {
    render(
      <EmptyState
        title="No squad yet"
        actions={<button type="button">Add</button>}
      >
        Squads appear here.
      </EmptyState>,
    );
    expect(
      screen.getByRole('heading', { name: 'No squad yet' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add' })).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const onRetry = jest.fn();
    render(
      <ErrorState
        title="The tree could not be read"
        error={new Error('The database is locked')}
        onRetry={onRetry}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The tree could not be readThe database is locked',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('tells a missing permission as what it is, with nothing to try again', () => {
    const refused = Object.assign(new Error('403'), {
      name: 'ResponseError',
      cause: { name: 'NotAllowedError' },
    });
    render(<ErrorState error={refused} onRetry={() => {}} />);
    expect(screen.getByRole('alert')).toHaveTextContent('You may not see this');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what it is reading', () => {
    render(<LoadingState label="Reading the tree" />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading the tree');
  });
});

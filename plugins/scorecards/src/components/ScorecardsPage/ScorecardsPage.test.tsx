import { screen } from '@testing-library/react';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { ScorecardsPage } from './ScorecardsPage';

const portal = setupPortal();

describe('ScorecardsPage', () => {
  it('shows who is in no group nothing as theirs', async () => {
    await renderPortal(<ScorecardsPage />, { path: '/?scope=_mine' });
    expect(
      await screen.findByRole('heading', { name: 'You are in no group yet' }),
    ).toBeInTheDocument();
  });

  it("shows collectors, which are nobody's, in any scope", async () => {
    portal.answer({
      'GET scorecards/collectors': {
        items: [],
        pushed: { kpis: 0, silent: 0 },
      },
    });
    await renderPortal(<ScorecardsPage />, { path: '/collectors?scope=_mine' });
    expect(
      await screen.findByText('No collector is in use.'),
    ).toBeInTheDocument();
  });
});

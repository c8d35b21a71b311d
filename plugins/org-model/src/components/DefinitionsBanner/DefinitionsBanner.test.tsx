import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { DefinitionsBanner } from './DefinitionsBanner';

const portal = setupPortal();
const manager = { groups: [], roles: ['manager'], attention: [] };
const stale = {
  definitions: {
    status: 'stale',
    lastGoodAt: '2026-11-24T10:00:00Z',
    problems: [
      {
        severity: 'error',
        file: 'division-1b.yaml',
        line: 12,
        message: 'the code B-1 stands twice',
        fix: 'give one of them another code',
      },
    ],
  },
  tree: [],
};

beforeEach(() => window.sessionStorage.clear());

describe('DefinitionsBanner', () => {
  it('names file, line and fault to a manager, and what to write instead', async () => {
    portal.answer({ 'GET /people/me': manager, 'GET /problems': stale });
    await renderPortal(<DefinitionsBanner />);
    expect(await screen.findByText('division-1b.yaml:12')).toBeInTheDocument();
    expect(screen.getByText(/the code B-1 stands twice/)).toBeInTheDocument();
    // What one line cuts off is in the tooltip.
    expect(screen.getByRole('status')).toHaveAttribute(
      'title',
      expect.stringMatching(/division-1b.yaml:12 the code B-1 stands twice$/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'What to do' }));
    expect(
      await screen.findByText(/give one of them another code/),
    ).toBeInTheDocument();
  });

  it('stays away for the session once dismissed', async () => {
    portal.answer({ 'GET /people/me': manager, 'GET /problems': stale });
    const first = await renderPortal(<DefinitionsBanner />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Dismiss' }),
    );
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    first.unmount();
    const asked: string[] = [];
    portal.answer({
      'GET /problems': request => {
        asked.push(request.url);
        return stale;
      },
    });
    await renderPortal(<DefinitionsBanner />);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('does not ask while nobody looks', async () => {
    const asked: string[] = [];
    portal.answer({
      'GET /problems': request => {
        asked.push(request.url);
        return stale;
      },
    });
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    portal.answer({ 'GET /people/me': manager });
    await renderPortal(<DefinitionsBanner />);
    await waitFor(() => expect(hidden).toHaveBeenCalled());
    expect(asked).toEqual([]);
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText('division-1b.yaml:12')).toBeInTheDocument();
  });
});

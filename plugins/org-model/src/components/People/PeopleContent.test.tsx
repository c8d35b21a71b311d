import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aGroupAnswer, aPerson } from '../../__testUtils__/groupAnswer';
import {
  anEntity,
  refusal,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { PeopleContent } from './PeopleContent';

const portal = setupPortal();
const everybody = Array.from({ length: 1200 }, (_, index) =>
  aPerson(`person-${String(index).padStart(4, '0')}`),
);

/** Pages as the backend makes them. */
function page(request: Request) {
  const query = new URL(request.url).searchParams;
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit'));
  return {
    items: everybody.slice(from, to),
    total: everybody.length,
    nextCursor: to < everybody.length ? String(to) : undefined,
  };
}

function show(path = '/') {
  return renderPortal(<PeopleContent />, { entity: anEntity(), path });
}

beforeEach(() =>
  portal.answer({ 'GET /groups/group/default/squad-b-1': aGroupAnswer() }),
);

describe('PeopleContent', () => {
  it('reads a long list page after page and keeps only a part of it in the page', async () => {
    const asked: string[] = [];
    portal.answer({
      'GET /people': request => {
        asked.push(new URL(request.url).searchParams.get('cursor') ?? '');
        return page(request);
      },
    });
    await show();
    expect(await screen.findByText('1200 rows')).toBeInTheDocument();
    expect(asked).toEqual(['', '500', '1000']);
    expect(screen.getAllByRole('row').length).toBeLessThan(200);
  });

  it("asks for the group's own people and remembers it in the address", async () => {
    const asked: Array<string | null> = [];
    portal.answer({
      'GET /people': request => {
        asked.push(new URL(request.url).searchParams.get('direct'));
        return { items: [aPerson('ann')], total: 1 };
      },
    });
    await show();
    await screen.findByText('1 row');
    await userEvent.click(screen.getByRole('radio', { name: 'Its own 3' }));
    await waitFor(() => expect(asked).toEqual(['false', 'true']));
    expect(await screen.findByRole('link', { name: 'ann' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ann',
    );
  });

  it('keeps what it has when a later page fails', async () => {
    portal.answer({
      'GET /people': request =>
        request.url.includes('cursor=')
          ? refusal(503, 'ServiceUnavailableError', 'gone for a moment')
          : page(request),
    });
    await show();
    expect(await screen.findByText('gone for a moment')).toBeInTheDocument();
    expect(screen.getByText('500 rows')).toBeInTheDocument();
  });

  it('says how people get into an empty group', async () => {
    portal.answer({ 'GET /people': { items: [], total: 0 } });
    await show();
    expect(
      await screen.findByText('Nobody is in B-1 Compute Platform yet'),
    ).toBeInTheDocument();
  });
});

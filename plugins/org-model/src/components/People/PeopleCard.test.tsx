import { screen } from '@testing-library/react';
import { aGroupAnswer, aPerson } from '../../__testUtils__/groupAnswer';
import { aGroup } from '../../__testUtils__/ownership';
import {
  anEntity,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { PeopleCard } from './PeopleCard';

const portal = setupPortal();
const own = 'GET /groups/group/default/squad-b-1';

describe('PeopleCard', () => {
  it('tells people of one title apart by their user names', async () => {
    const title = 'Engineer, B-1';
    portal.answer({
      [own]: aGroupAnswer(),
      'GET /people': {
        items: [
          aPerson('engineer-b-1', { title, role: 'Engineer' }),
          aPerson('engineer-b-1-2', { title, role: 'Kernel hacker' }),
        ],
        total: 2,
      },
    });
    await renderPortal(<PeopleCard />, { entity: anEntity() });
    expect(await screen.findByText('engineer-b-1')).toBeInTheDocument();
    expect(
      screen.getByText('engineer-b-1-2 · Kernel hacker'),
    ).toBeInTheDocument();
  });

  it('says whose people work a unit, with a link', async () => {
    portal.answer({
      [own]: aGroupAnswer({
        type: 'unit',
        ancestors: [aGroup('squad-b-7', { title: 'B-7 Racks' })],
        rollUp: {
          descendants: 0,
          people: { direct: 0, total: 0 },
          systems: { direct: 0, total: 0 },
        },
      }),
      'GET /people': { items: [], total: 0 },
    });
    await renderPortal(<PeopleCard />, { entity: anEntity() });
    expect(
      await screen.findByRole('link', { name: 'B-7 Racks' }),
    ).toHaveAttribute('href', '/catalog/default/group/squad-b-7/people');
    expect(screen.getByText(/The people of/)).toHaveTextContent(
      'The people of B-7 Racks work here.',
    );
  });
});

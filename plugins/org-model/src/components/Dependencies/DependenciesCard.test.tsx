import { screen, waitFor, within } from '@testing-library/react';
import { aGroupAnswer } from '../../__testUtils__/groupAnswer';
import { aGroup } from '../../__testUtils__/ownership';
import {
  anEntity,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { DependenciesCard } from './DependenciesCard';

const portal = setupPortal();
const own = 'GET /groups/group/default/squad-b-1';
const division = 'GET /groups/group/default/division-1b';

describe('DependenciesCard', () => {
  it('shows both directions with what for, and what holds for the division', async () => {
    portal.answer({
      [own]: aGroupAnswer(),
      [division]: aGroupAnswer({
        ...aGroup('division-1b', { title: '1B Core Cloud' }),
        dependsOn: [],
        dependencyOf: [{ group: aGroup('c-1', { title: 'C-1' }), for: 'GPU' }],
      }),
    });
    await renderPortal(<DependenciesCard />, { entity: anEntity() });
    expect(await screen.findByText('for racks')).toBeInTheDocument();
    const above = (await screen.findByText(/As part of/)).closest('details')!;
    expect(above).toHaveTextContent('As part of 1B Core Cloud 1');
    expect(within(above).getByText('for GPU')).toBeInTheDocument();
  });

  it('stays away when nobody depends on anybody', async () => {
    const asked: string[] = [];
    const alone = aGroupAnswer({ dependsOn: [] });
    portal.answer({
      [own]: alone,
      [division]: request => {
        asked.push(request.url);
        return alone;
      },
    });
    const { container } = await renderPortal(<DependenciesCard />, {
      entity: anEntity(),
    });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(container).not.toHaveTextContent('Dependencies');
  });
});

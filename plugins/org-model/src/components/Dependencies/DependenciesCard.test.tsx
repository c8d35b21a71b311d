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
    const above = (await screen.findByText(/Also through/)).closest('details')!;
    expect(above).toHaveTextContent('Also through 1B Core Cloud (1)');
    expect(above).not.toHaveAttribute('open');
    expect(within(above).getByText('for GPU')).toBeInTheDocument();
  });

  it('takes one line and keeps what is inherited closed without any of its own', async () => {
    portal.answer({
      [own]: aGroupAnswer({ dependsOn: [] }),
      [division]: aGroupAnswer({
        ...aGroup('division-1b', { title: '1B Core Cloud' }),
      }),
    });
    await renderPortal(<DependenciesCard />, { entity: anEntity() });
    const line = await screen.findByText(/None of its own, but also through/);
    const above = line.closest('details')!;
    expect(above).not.toHaveAttribute('open');
    expect(screen.getAllByText(/^Depends on/)).toHaveLength(1);
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

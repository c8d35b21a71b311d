import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aGroupAnswer } from '../../__testUtils__/groupAnswer';
import { aGroup } from '../../__testUtils__/ownership';
import {
  anEntity,
  refusal,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { CharterCard } from './CharterCard';

const portal = setupPortal();

function show(entity = anEntity()) {
  return renderPortal(<CharterCard />, { entity });
}

describe('CharterCard', () => {
  it('shows mission, place in the tree, lead and stack, each leading on', async () => {
    portal.answer({
      'GET /groups/group/default/squad-b-1': aGroupAnswer(),
    });
    await show();
    expect(
      await screen.findByText('Compute on demand, everywhere.'),
    ).toBeInTheDocument();
    const link = (name: string) => screen.getByRole('link', { name });
    expect(link('1B Core Cloud')).toHaveAttribute(
      'href',
      '/catalog/default/group/division-1b',
    );
    expect(link('B-1 Lead')).toHaveAttribute(
      'href',
      '/catalog/default/user/lead-b-1',
    );
    expect(link('Kubernetes')).toHaveAttribute(
      'href',
      '/catalog/default/resource/tech-kubernetes',
    );
    expect(link('Open in chart')).toHaveAttribute(
      'href',
      '/org?scope=division-1b&open=squad-b-1&selected=squad-b-1',
    );
    expect(screen.getByText('availability')).toBeInTheDocument();
    expect(screen.getByText(/Source: Infrastructure charter/)).toBeVisible();
  });

  it('asks for the group behind the System of its name', async () => {
    portal.answer({
      'GET /groups/system/default/squad-b-1': aGroupAnswer(),
    });
    await show(anEntity({ kind: 'System' }));
    expect(
      await screen.findByText('Compute on demand, everywhere.'),
    ).toBeInTheDocument();
  });

  it('marks a planned group and does not miss its lead', async () => {
    portal.answer({
      'GET /groups/group/default/squad-b-1': aGroupAnswer({
        lifecycle: 'planned',
        lead: undefined,
        leadPerson: undefined,
        kpis: [],
      }),
    });
    await show();
    expect(await screen.findByText('planned')).toBeInTheDocument();
    expect(screen.getByText('none yet')).toBeInTheDocument();
    expect(screen.queryByText(/Not written yet/)).not.toBeInTheDocument();
  });

  it('says through which squad a unit is led, and whose people work it', async () => {
    portal.answer({
      'GET /groups/group/default/squad-b-1': aGroupAnswer({
        type: 'unit',
        leadThrough: aGroup('squad-b-7', { title: 'B-7 Racks' }),
        ancestors: [aGroup('squad-b-7', { title: 'B-7 Racks' })],
        rollUp: {
          descendants: 0,
          people: { direct: 0, total: 0 },
          systems: { direct: 0, total: 0 },
        },
      }),
    });
    await show();
    const lead = (await screen.findByText('Lead')).closest('div');
    expect(lead).toHaveTextContent('B-1 Lead lead-b-1');
    expect(lead).toHaveTextContent('through B-7 Racks');
    const people = screen.getByText('People').closest('div');
    expect(people).toHaveTextContent('those of B-7 Racks');
  });

  it('says what is missing in an active one', async () => {
    portal.answer({
      'GET /groups/group/default/squad-b-1': aGroupAnswer({
        leadPerson: undefined,
        kpis: [],
      }),
    });
    await show();
    expect(await screen.findByText('nobody leads it')).toBeInTheDocument();
    expect(
      screen.getByText(/Not written yet: KPIs\. Add them/),
    ).toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    portal.answer({
      'GET /groups/group/default/squad-b-1': () =>
        refusal(503, 'ServiceUnavailableError', 'the index is being filled'),
    });
    await show();
    expect(
      await screen.findByText('the index is being filled'),
    ).toBeInTheDocument();
    portal.answer({ 'GET /groups/group/default/squad-b-1': aGroupAnswer() });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Compute on demand, everywhere.'),
    ).toBeInTheDocument();
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson } from '../../__testUtils__/groupAnswer';
import { aNode } from '../../__testUtils__/groupTree';
import { anItem, anOnboarding } from '../../__testUtils__/onboarding';
import { aGroup } from '../../__testUtils__/ownership';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { MyGroups } from '../HomeWidgets';
import { NewPeople } from './NewPeople';
import { OnboardingPage } from './OnboardingPage';

const portal = setupPortal();
const then = '2026-11-20T08:00:00.000Z';
const nobody = { ...anOnboarding({}), isNew: false };
const lead = {
  person: aPerson('lead-b-1'),
  groups: [
    {
      ...aGroup('squad-b-1'),
      rollUp: aNode({ name: 'squad-b-1' }).rollUp,
      leads: true,
    },
  ],
  roles: ['manager'],
  attention: [],
};
const newcomer = { ...lead, groups: [], roles: ['engineer', 'new-hire'] };
const ann = aPerson('ann', { title: 'Ann', joinedAt: '2026-11-09' });
const people = {
  items: [
    { person: ann, done: 5, total: 14, lastDoneAt: then },
    { person: aPerson('bob', { title: 'Bob' }), done: 0, total: 14 },
    { person: aPerson('eve'), done: 9, total: 9, lastDoneAt: then },
  ],
  total: 3,
};
const anns = anOnboarding({
  day: [
    anItem('sit', { title: 'Sit down', doneAt: then }),
    anItem('eat', { title: 'Eat' }),
  ],
});

beforeEach(() =>
  portal.answer({
    'GET /people/me': lead,
    'GET /onboarding': nobody,
    'GET /onboarding/people': people,
    'GET /onboarding/people/default/ann': anns,
  }),
);

describe('OnboardingPage', () => {
  it('shows a lead where their new people stand', async () => {
    await renderPortal(<OnboardingPage />);
    expect(
      await screen.findByText('3 new people, 1 has not begun, 1 is done.'),
    ).toBeVisible();
    const table = screen.getByRole('table');
    const row = within(table).getByRole('row', { name: /Ann/ });
    expect(row).toHaveTextContent(/B-1 Compute Platform.*2026-11-09.*5 of 14/);
    expect(within(table).getByRole('row', { name: /Bob/ })).toHaveTextContent(
      'not begun',
    );
    expect(screen.getByRole('button', { name: 'Export CSV' })).toBeVisible();
    expect(screen.queryByText('Your first weeks')).not.toBeInTheDocument();
  });

  it('opens the checklist of one of them to read, and keeps it in the address', async () => {
    await renderPortal(<OnboardingPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Ann' }));
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('Sit down')).toBeVisible();
    expect(within(drawer).getByText('open')).toBeVisible();
    expect(within(drawer).queryByRole('checkbox')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens what the address names', async () => {
    await renderPortal(<OnboardingPage />, {
      path: '/?person=user:default/ann',
    });
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('says what will be here when nobody joined', async () => {
    portal.answer({ 'GET /onboarding/people': { items: [], total: 0 } });
    await renderPortal(<OnboardingPage />);
    expect(
      await screen.findByText('Nobody below you joined in the last 90 days'),
    ).toBeVisible();
  });

  it('says that a permission is missing', async () => {
    portal.answer({
      'GET /onboarding/people': () =>
        refusal(403, 'NotAllowedError', 'no permission'),
    });
    await renderPortal(<OnboardingPage />);
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('is the whole checklist of a new person, and nobody else’s', async () => {
    const asked = jest.fn(() => people);
    portal.answer({
      'GET /people/me': newcomer,
      'GET /onboarding': anns,
      'GET /onboarding/people': asked,
    });
    await renderPortal(<OnboardingPage />);
    expect(await screen.findByText('1 of 2 done. Next: Eat.')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Eat' })).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('lets somebody finish who began and is no longer new', async () => {
    portal.answer({
      'GET /people/me': { ...newcomer, roles: [] },
      'GET /onboarding': { ...anns, isNew: false },
    });
    await renderPortal(<OnboardingPage />);
    expect(await screen.findByRole('checkbox', { name: 'Eat' })).toBeVisible();
  });

  it('says for whom it is to everybody else', async () => {
    portal.answer({ 'GET /people/me': { ...newcomer, roles: ['engineer'] } });
    await renderPortal(<OnboardingPage />);
    expect(
      await screen.findByText('Nothing is asked of you here'),
    ).toBeVisible();
  });

  it('says how a checklist comes into being', async () => {
    portal.answer({
      'GET /people/me': newcomer,
      'GET /onboarding': anOnboarding({}),
    });
    await renderPortal(<OnboardingPage />);
    expect(
      await screen.findByText('There is no checklist for your roles yet'),
    ).toBeVisible();
  });
});

describe('NewPeople', () => {
  const show = () => renderPortal(<NewPeople title="New people" />);

  it('tells a lead who is new, how far they are and since when', async () => {
    await show();
    const tile = await screen.findByRole('region', { name: 'New people' });
    const [first, second, third] = within(tile).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Ann.*5 of 14 done.*last/);
    expect(second).toHaveTextContent(/Bob.*0 of 14 done.*not begun/);
    expect(third).toHaveTextContent('all done');
    await userEvent.click(within(tile).getByRole('button', { name: 'Ann' }));
    expect(
      await within(await screen.findByRole('dialog')).findByText('Sit down'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    portal.answer({
      'GET /onboarding/people': () =>
        refusal(503, 'ServiceUnavailableError', 'gone for a moment'),
    });
    await show();
    expect(await screen.findByText('gone for a moment')).toBeVisible();
  });

  it('stays away for who leads nobody', async () => {
    const asked = jest.fn(() => people);
    portal.answer({
      'GET /people/me': { ...lead, groups: [] },
      'GET /onboarding/people': asked,
    });
    await renderPortal(
      <>
        <NewPeople title="New people" />
        <MyGroups />
      </>,
    );
    await screen.findByText('You are in no group yet');
    expect(screen.queryByText('New people')).not.toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });

  it('stays away while nobody is new', async () => {
    portal.answer({ 'GET /onboarding/people': { items: [], total: 0 } });
    await renderPortal(
      <>
        <NewPeople title="New people" />
        <OnboardingPage />
      </>,
    );
    await screen.findByText('Nobody below you joined in the last 90 days');
    expect(screen.queryByText('New people')).not.toBeInTheDocument();
  });
});

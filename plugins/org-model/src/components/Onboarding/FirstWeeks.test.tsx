import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { aPerson } from '../../__testUtils__/groupAnswer';
import { anItem, anOnboarding } from '../../__testUtils__/onboarding';
import { aGroup } from '../../__testUtils__/ownership';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { MyGroups } from '../HomeWidgets';
import { FirstWeeks } from './FirstWeeks';

const portal = setupPortal();
const then = '2026-11-20T08:00:00.000Z';
const saved = () => new HttpResponse(null, { status: 204 });
const me = {
  person: aPerson('ann'),
  groups: [],
  roles: ['engineer', 'new-hire'],
  attention: [],
};
const onboarding = anOnboarding({
  day: [
    anItem('read', {
      kind: 'read',
      title: 'Read the guide',
      why: 'It is short',
      link: '/docs/default/component/portal/',
    }),
    anItem('meet', {
      kind: 'meet',
      title: 'Meet your lead',
      people: [{ ref: 'user:default/bob', title: 'Bob', why: 'leads B-1' }],
    }),
  ],
  month: [
    anItem('access', {
      kind: 'access',
      title: 'Get the keys',
      group: aGroup('squad-e-2', { title: 'E-2 IAM' }),
      doneAt: then,
    }),
    anItem('create', {
      kind: 'create',
      title: 'Take a path',
      unavailable: 'The portal has no such golden path yet',
    }),
  ],
});

const show = () => renderPortal(<FirstWeeks title="Your first weeks" />);
const box = (name: string) => screen.getByRole('checkbox', { name });

describe('FirstWeeks', () => {
  beforeEach(() =>
    portal.answer({
      'GET /people/me': me,
      'GET /onboarding': onboarding,
      'PUT /onboarding/items/:item': saved,
      'DELETE /onboarding/items/:item': saved,
    }),
  );

  it('opens the current phase, with what to do and where', async () => {
    await show();
    const tile = await screen.findByRole('region', {
      name: 'Your first weeks',
    });
    expect(
      await within(tile).findByRole('link', { name: 'Read the guide' }),
    ).toHaveAttribute('href', '/docs/default/component/portal/');
    expect(within(tile).getByText(/It is short/)).toBeVisible();
    expect(within(tile).getByRole('link', { name: 'Bob' })).toHaveAttribute(
      'href',
      '/catalog/default/user/bob',
    );
    expect(within(tile).getByRole('status')).toHaveTextContent('1 of 3 done');
    expect(
      screen.getByRole('button', { name: /First day.*0 of 2 done/ }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('button', { name: /First month.*1 of 1 done/ }),
    ).toHaveAttribute('aria-expanded', 'false');
  });

  it('says of an item that does not apply why, without a box to tick', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: /First month/ }),
    );
    expect(
      screen.getByText('Not now: The portal has no such golden path yet'),
    ).toBeVisible();
    expect(box('Get the keys')).toBeChecked();
    expect(screen.getByRole('link', { name: 'E-2 IAM' })).toBeVisible();
    expect(
      screen.queryByRole('checkbox', { name: 'Take a path' }),
    ).not.toBeInTheDocument();
  });

  it('ticks at once, by keyboard too, and takes back in the same order', async () => {
    const sent: string[] = [];
    let answer: (response: Response) => void = () => {};
    portal.answer({
      'PUT /onboarding/items/:item': (_, { item }) => {
        sent.push(`tick ${item}`);
        return new Promise<Response>(resolve => {
          answer = resolve;
        });
      },
      'DELETE /onboarding/items/:item': (_, { item }) => {
        sent.push(`untick ${item}`);
        return saved();
      },
    });
    await show();
    await screen.findByRole('checkbox', { name: 'Meet your lead' });
    act(() => box('Meet your lead').focus());
    await userEvent.keyboard(' ');
    expect(box('Meet your lead')).toBeChecked();
    expect(screen.getByRole('status')).toHaveTextContent('2 of 3 done');
    await userEvent.keyboard(' ');
    expect(box('Meet your lead')).not.toBeChecked();
    await waitFor(() => expect(sent).toEqual(['tick meet']));
    answer(saved());
    await waitFor(() => expect(sent).toEqual(['tick meet', 'untick meet']));
    expect(box('Meet your lead')).not.toBeChecked();
  });

  it('takes a tick back that the server refuses, and says why until the next try', async () => {
    portal.answer({
      'PUT /onboarding/items/:item': () =>
        refusal(404, 'NotFoundError', 'reload the page'),
    });
    await show();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Meet your lead' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This was not saved: reload the page',
    );
    expect(box('Meet your lead')).not.toBeChecked();
    portal.answer({ 'PUT /onboarding/items/:item': saved });
    await userEvent.click(box('Meet your lead'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(box('Meet your lead')).toBeChecked();
  });

  it('can be hidden when all is done', async () => {
    const done = anOnboarding({ day: [anItem('sit', { doneAt: then })] });
    portal.answer({ 'GET /onboarding': done });
    await show();
    expect(await screen.findByText(/All is done/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide this tile' }),
    );
    expect(screen.queryByText('Your first weeks')).not.toBeInTheDocument();
  });

  it('says that it could not be read, and tries again', async () => {
    portal.answer({
      'GET /onboarding': () =>
        refusal(503, 'ServiceUnavailableError', 'all.yaml:2:8 is wrong'),
    });
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'all.yaml:2:8 is wrong',
    );
    portal.answer({ 'GET /onboarding': onboarding });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Meet your lead')).toBeVisible();
  });

  it('stays away, and asks for nothing, for who did not join lately', async () => {
    const asked = jest.fn(() => onboarding);
    portal.answer({
      'GET /people/me': { ...me, roles: ['engineer'] },
      'GET /onboarding': asked,
    });
    await renderPortal(
      <>
        <FirstWeeks title="Your first weeks" />
        <MyGroups />
      </>,
    );
    await screen.findByText('You are in no group yet');
    expect(screen.queryByText('Your first weeks')).not.toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });

  it('stays away where there are no checklists', async () => {
    portal.answer({ 'GET /onboarding': anOnboarding({}) });
    await show();
    await screen.findByText('Reading your checklist');
    await waitFor(() =>
      expect(screen.queryByText('Your first weeks')).not.toBeInTheDocument(),
    );
  });
});

import { screen } from '@testing-library/react';
import { aNode } from '../../__testUtils__/groupTree';
import { aPerson } from '../../__testUtils__/groupAnswer';
import { aGroup } from '../../__testUtils__/ownership';
import {
  renderPortal,
  setupPortal,
  treeAnswer,
} from '../../__testUtils__/portal';
import { MyGroups } from './MyGroups';
import { NeedsMe } from './NeedsMe';
import { PeopleToMeet } from './PeopleToMeet';

const portal = setupPortal();
const me = {
  person: aPerson('ann', {
    memberOf: ['group:default/squad-b-1', 'group:default/pod-x'],
  }),
  groups: ['squad-b-1', 'pod-x', 'division-1b'].map(name => ({
    ...aGroup(name),
    rollUp: aNode({ name }).rollUp,
    leads: name === 'division-1b',
  })),
  roles: ['new-hire'],
  attention: [
    { text: 'Groups without a lead', count: 2, to: '/org/ownership?scope=x' },
  ],
};

describe('MyGroups', () => {
  it('tells home, dotted line and what one leads, each leading on', async () => {
    portal.answer({ 'GET /people/me': me });
    await renderPortal(<MyGroups />);
    expect(await screen.findByText('Squad · home')).toBeInTheDocument();
    expect(screen.getByText('Squad · dotted line')).toBeInTheDocument();
    expect(screen.getByText('Squad · you lead it')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'pod-x in the chart' }),
    ).toHaveAttribute('href', '/org?scope=pod-x');
  });

  it('says types in words and one person in the singular', async () => {
    const rollUp = {
      descendants: 0,
      people: { direct: 1, total: 1 },
      systems: { direct: 1, total: 1 },
    };
    const group = { ...aGroup('squad-b-1'), rollUp, leads: false };
    portal.answer({
      'GET /people/me': {
        ...me,
        groups: [
          { ...group, type: 'executive-team' },
          { ...group, ref: 'group:default/pod-x', type: 'group' },
        ],
      },
    });
    await renderPortal(<MyGroups />);
    expect(
      await screen.findByText('Executive team · home'),
    ).toBeInTheDocument();
    expect(screen.getByText('dotted line')).toBeInTheDocument();
    expect(screen.getAllByText('person')).toHaveLength(2);
    expect(screen.getAllByText('system')).toHaveLength(2);
  });

  it('says what to do when one is in no group', async () => {
    await renderPortal(<MyGroups />);
    expect(
      await screen.findByText('You are in no group yet'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Find your group' })).toBeVisible();
  });
});

describe('NeedsMe', () => {
  it('leads each line to where it is put right', async () => {
    portal.answer({ 'GET /people/me': me });
    await renderPortal(<NeedsMe />);
    expect(
      await screen.findByRole('link', { name: /2\s*Groups without a lead/ }),
    ).toHaveAttribute('href', '/org/ownership?scope=x');
  });

  it('offers something to do when nothing waits', async () => {
    await renderPortal(<NeedsMe />);
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      '/rhythm?scope=_mine&view=list',
    );
  });
});

describe('PeopleToMeet', () => {
  const answers = {
    'GET /tree': treeAnswer(
      aNode({
        name: 'squad-b-1',
        title: 'B-1',
        lead: 'user:default/lead-b-1',
        leadTitle: 'B-1 Lead',
      }),
    ),
    'GET /people': { items: [aPerson('bob')], total: 1 },
  };

  it('introduces a new hire to the lead and the squad mates', async () => {
    portal.answer({ 'GET /people/me': me, ...answers });
    await renderPortal(<PeopleToMeet title="People to meet" />);
    expect(
      await screen.findByRole('link', { name: 'B-1 Lead' }),
    ).toHaveAttribute('href', '/catalog/default/user/lead-b-1');
    expect(screen.getByRole('link', { name: 'bob' })).toBeInTheDocument();
    expect(screen.getByText('bob · in B-1')).toBeInTheDocument();
  });

  it('stays away for everybody else', async () => {
    portal.answer({
      'GET /people/me': { ...me, roles: ['engineer'] },
      ...answers,
    });
    await renderPortal(
      <>
        <MyGroups />
        <PeopleToMeet title="People to meet" />
      </>,
    );
    await screen.findByText('Squad · home');
    expect(screen.queryByText('People to meet')).not.toBeInTheDocument();
  });
});

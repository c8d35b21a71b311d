import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Me } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { HomeLayout } from './HomeLayout';
import { quickStartOf } from './quickStart';
import { rolesInWords } from './rolesInWords';

const home = {
  ref: 'group:default/squad-b-1',
  name: 'squad-b-1',
  type: 'squad',
  title: 'B-1 Compute Platform',
  lifecycle: 'active' as const,
  rollUp: {
    descendants: 0,
    people: { direct: 3, total: 3 },
    systems: { direct: 1, total: 4 },
  },
  leads: false,
};

const me = (roles: Me['roles']): Me => ({
  person: {
    ref: 'user:default/ada',
    name: 'ada',
    title: 'Ada',
    memberOf: [home.ref],
    leads: [],
  },
  groups: [home],
  roles,
  attention: [],
});

const Address = () => {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
};

const everything = { documents: true, templates: true };

const widgets = [
  { name: 'Figures', component: <section>Figures</section> },
] as unknown as HomePageLayoutProps['widgets'];

function open(answer: () => Promise<Me>) {
  renderInTestApp(
    <TestApiProvider
      apis={[
        [orgModelApiRef, { me: answer } as unknown as OrgModelApi],
        [
          catalogApiRef,
          {
            queryEntities: async () => ({ totalItems: 0 }),
          } as unknown as never,
        ],
      ]}
    >
      <HomeLayout widgets={widgets} />
      <Address />
    </TestApiProvider>,
  );
}

describe('HomeLayout', () => {
  it('names the person, the role and the squad', async () => {
    open(async () => me(['engineer', 'sre']));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ada' }),
    ).toBeVisible();
    expect(screen.getByText(/You are an SRE and an engineer/)).toBeVisible();
    expect(
      within(screen.getByText(/You are/)).getByRole('link', {
        name: 'B-1 Compute Platform',
      }),
    ).toHaveAttribute('href', '/catalog/default/group/squad-b-1');
    expect(screen.getByText('Figures')).toBeVisible();
  });

  it('stays usable while nobody knows who the person is', async () => {
    open(() => Promise.reject(new Error('away')));
    expect(
      await screen.findByRole('heading', { name: 'Start here' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /Org chart/ })).toBeVisible();
    expect(screen.getByText('Figures')).toBeVisible();
  });

  it('searches for what is typed', async () => {
    open(async () => me([]));
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search the portal' }),
      'B-1 & more{Enter}',
    );
    expect(screen.getByText('/search?query=B-1%20%26%20more')).toBeVisible();
  });
});

describe('quickStartOf', () => {
  it.each([
    [['engineer'], 'Build', '/create'],
    [['sre', 'engineer'], 'Run', '/catalog?filters[kind]=component'],
    [['engineer', 'manager'], 'Lead', '/org'],
    [['executive'], 'Lead', '/org'],
    [['manager', 'new-hire'], 'Your first days', '/docs'],
    [[], 'Start here', '/org'],
  ] as const)('starts %j with "%s" at %s', (roles, title, to) => {
    const start = quickStartOf(me([...roles]), everything);
    expect([start.title, start.actions[0].to]).toEqual([title, to]);
  });

  it('leads to the person’s own group', () => {
    expect(
      quickStartOf(me(['engineer']), everything).actions.at(3),
    ).toMatchObject({
      title: 'B-1 Compute Platform',
      to: '/catalog/default/group/squad-b-1',
    });
    expect(
      quickStartOf({ ...me(['engineer']), groups: [] }, everything).actions.map(
        action => action.to,
      ),
    ).not.toContain('/catalog/default/group/squad-b-1');
  });

  it('starts everybody somewhere before anything is known', () => {
    expect(quickStartOf(undefined, everything).actions).toHaveLength(4);
  });
});

describe('quickStartOf without documents and templates', () => {
  it.each([[['new-hire']], [['engineer']], [[]]] as const)(
    'leads %j to no empty page and still to four places',
    roles => {
      const { actions } = quickStartOf(me([...roles]), {
        documents: false,
        templates: false,
      });
      expect(actions).toHaveLength(4);
      expect(actions.map(action => action.to)).not.toContain('/docs');
      expect(actions.map(action => action.to)).not.toContain('/create');
    },
  );
});

describe('rolesInWords', () => {
  it('joins what a person is', () => {
    expect(rolesInWords([])).toBe('');
    expect(rolesInWords(['sre'])).toBe('an SRE');
    expect(rolesInWords(['engineer', 'sre', 'manager'])).toBe(
      'a manager, an SRE and an engineer',
    );
  });
});

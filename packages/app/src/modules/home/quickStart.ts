import { Me } from '@squadron/plugin-org-model-common';

export interface QuickAction {
  title: string;
  detail: string;
  to: string;
}

/** What the catalog has, so that no action leads to an empty page. */
export interface Holdings {
  documents: boolean;
  templates: boolean;
}

export interface QuickStart {
  title: string;
  actions: QuickAction[];
}

type Audience = 'new-hire' | 'manager' | 'sre' | 'engineer';

const actions = {
  create: {
    title: 'Create something',
    detail: 'A service, a library or a page of docs from a golden path',
    to: '/create',
  },
  services: {
    title: 'My services',
    detail: 'The components that you or your groups own',
    to: '/catalog?filters[kind]=component&filters[user]=owned',
  },
  catalog: {
    title: 'Catalog',
    detail: 'Every service, system and technology, with its owner',
    to: '/catalog',
  },
  apis: {
    title: 'APIs',
    detail: 'What other squads offer, with their contracts',
    to: '/api-docs',
  },
  chart: {
    title: 'Org chart',
    detail: 'Divisions, squads and units, and who leads them',
    to: '/org',
  },
  gaps: {
    title: 'Ownership gaps',
    detail: 'What has no owner, which groups have no lead',
    to: '/org/ownership',
  },
  rhythm: {
    title: 'Rhythm',
    detail: 'Reviews, plannings and exercises of the year',
    to: '/rhythm',
  },
  running: {
    title: 'What runs',
    detail: 'Components with their pods, deployments and errors',
    to: '/catalog?filters[kind]=component',
  },
  notifications: {
    title: 'Notifications',
    detail: 'What the portal has told you',
    to: '/notifications',
  },
  docs: {
    title: 'First documents',
    detail: 'How things are done here, written by those who do them',
    to: '/docs',
  },
  people: {
    title: 'People',
    detail: 'Everybody, with their group and their role',
    to: '/catalog?filters[kind]=user',
  },
} satisfies Record<string, QuickAction>;

function squadAction(me: Me | undefined): QuickAction[] {
  const home = me?.groups.at(0);
  if (!home) {
    return [];
  }
  const [, namespace, name] = /^group:([^/]+)\/(.+)$/.exec(home.ref) ?? [];
  return [
    {
      title: home.title,
      detail: 'What your group is for, who is in it, whom it needs',
      to: `/catalog/${namespace}/group/${name}`,
    },
  ];
}

function audienceOf(me: Me | undefined): Audience | undefined {
  const roles: readonly string[] = me?.roles ?? [];
  if (roles.includes('new-hire')) {
    return 'new-hire';
  }
  if (roles.includes('executive') || roles.includes('manager')) {
    return 'manager';
  }
  return (['sre', 'engineer'] as const).find(role => roles.includes(role));
}

/** What a person of this role does first, most telling first; the last ones fill up. */
function candidatesOf(me: Me | undefined): QuickStart {
  switch (audienceOf(me)) {
    case 'new-hire':
      return {
        title: 'Your first days',
        actions: [
          actions.docs,
          ...squadAction(me),
          actions.people,
          actions.chart,
          actions.rhythm,
        ],
      };
    case 'manager':
      return {
        title: 'Lead',
        actions: [
          actions.chart,
          actions.gaps,
          actions.rhythm,
          ...squadAction(me),
        ],
      };
    case 'sre':
      return {
        title: 'Run',
        actions: [
          actions.running,
          actions.services,
          actions.notifications,
          ...squadAction(me),
        ],
      };
    case 'engineer':
      return {
        title: 'Build',
        actions: [
          actions.create,
          actions.services,
          actions.apis,
          ...squadAction(me),
          actions.catalog,
        ],
      };
    default:
      return {
        title: 'Start here',
        actions: [
          actions.chart,
          actions.catalog,
          actions.docs,
          actions.create,
          actions.people,
          actions.rhythm,
        ],
      };
  }
}

/** Where a person of this role starts; without a known role, where everybody does. */
export function quickStartOf(
  me: Me | undefined,
  holdings: Holdings,
): QuickStart {
  const { title, actions: candidates } = candidatesOf(me);
  const leadsNowhere = [
    !holdings.documents && actions.docs,
    !holdings.templates && actions.create,
  ];
  return {
    title,
    actions: candidates
      .filter(action => !leadsNowhere.includes(action))
      .slice(0, 4),
  };
}

import {
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';

export interface NavGroup {
  title?: string;
  items: NavContentNavItem[];
}

const groups: { title?: string; pages: string[] }[] = [
  { pages: ['page:home', 'page:search'] },
  { title: 'Targets', pages: ['page:scorecards'] },
  {
    title: 'People',
    pages: [
      'page:org-model',
      'page:org-model/rhythm',
      'page:org-model/onboarding',
    ],
  },
  {
    title: 'Software',
    pages: [
      'page:catalog',
      'page:git',
      'page:environments',
      'page:api-docs',
      'page:scaffolder',
      'page:techdocs',
    ],
  },
];

const personal = ['page:notifications', 'page:user-settings'];

/** Pages that other pages lead to, so that they need no place in the navigation. */
const linkedFromElsewhere = ['page:catalog-graph'];

/**
 * Puts the pages into groups by what people do; pages that nobody placed come last, pages that
 * have nothing to show stay away.
 */
export function arrange(
  navItems: NavContentNavItems,
  withoutContent: string[] = [],
): {
  main: NavGroup[];
  personal: NavContentNavItem[];
} {
  const pages = navItems.clone();
  const take = (ids: string[]) => ids.flatMap(id => pages.take(id) ?? []);

  // What is taken leaves the rest, and can still be taken again.
  [...linkedFromElsewhere, ...withoutContent].forEach(id => pages.take(id));
  const mine = take(personal);
  const placed = groups.map(group => ({
    title: group.title,
    items: take(group.pages.filter(id => !withoutContent.includes(id))),
  }));
  const rest = [...pages.rest()].sort((a, b) => a.title.localeCompare(b.title));
  return {
    main: [...placed, { title: 'More', items: rest }].filter(
      group => group.items.length > 0,
    ),
    personal: mine,
  };
}

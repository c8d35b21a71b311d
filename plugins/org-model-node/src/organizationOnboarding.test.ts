import { existsSync } from 'node:fs';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { inRepository, Organization } from './__testUtils__/organization';
import { CompiledChecklists, loadChecklists } from './onboarding';

/** Where the portal shows the Markdown files below `docs/`. */
const portalDocs = '/docs/default/component/squadron/';

let loaded: CompiledChecklists;

beforeAll(async () => {
  const { entities } = await Organization.load();
  loaded = await loadChecklists(
    { directory: inRepository('catalog-info/onboarding') },
    new Set(entities.map(entity => stringifyEntityRef(entity))),
  );
});

describe('the checklists of new people', () => {
  it('have no fault and name only people and groups that there are', () => {
    expect(loaded.problems).toEqual([]);
  });

  it.each(['everyone', 'engineer', 'manager', 'sre'] as const)(
    'have something for %s on the first day, in the first week and in the first month',
    role => {
      const items = loaded.checklists
        .filter(({ roles }) => roles.includes(role))
        .flatMap(each => each.items);
      expect(new Set(items.map(({ phase }) => phase))).toEqual(
        new Set(['day', 'week', 'month']),
      );
    },
  );

  it('lead to documents that are there', () => {
    const links = loaded.checklists
      .flatMap(({ items }) => items)
      .flatMap(({ task }) => ('link' in task && task.link) || [])
      .filter(link => link.startsWith('/docs/'));
    expect(links.length).toBeGreaterThan(0);
    const lost = links.filter(link => {
      const [path] = link.slice(portalDocs.length).split('#');
      const page = `docs/${path.replace(/\/$/, '')}`;
      return !(
        link.startsWith(portalDocs) &&
        [`${page}.md`, `${page}/index.md`].some(file =>
          existsSync(inRepository(file)),
        )
      );
    });
    expect(lost).toEqual([]);
  });
});

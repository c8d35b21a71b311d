import type { CatalogApi } from '@backstage/plugin-catalog-react';

export type CatalogEntity = Awaited<
  ReturnType<CatalogApi['queryEntities']>
>['items'][number];

/** The documents of one entity. */
export interface Site {
  ref: string;
  href: string;
  name: string;
  title: string;
  description: string;
  /** Who owns it, unless it is the group of the same name. */
  owner?: string;
  mine: boolean;
  domain?: string;
}

export interface Section {
  ref: string;
  title: string;
  sites: Site[];
}

export interface DocsIndex {
  /** Those that are not a group's. */
  general: Site[];
  mine: Site[];
  sections: Section[];
}

const WITHOUT_DIVISION = 'Without a division';

const byTitle = (a: { title: string }, b: { title: string }) =>
  a.title.localeCompare(b.title, 'en', { numeric: true });

const partsOf = ({ kind, metadata }: CatalogEntity) =>
  [metadata.namespace ?? 'default', kind, metadata.name].map(part =>
    part.toLowerCase(),
  );

function refOf(entity: CatalogEntity): string {
  const [namespace, kind, name] = partsOf(entity);
  return `${kind}:${namespace}/${name}`;
}

const titleOf = ({ metadata }: CatalogEntity) =>
  metadata.title ?? metadata.name;

function siteOf(entity: CatalogEntity, ownership: readonly string[]): Site {
  const { relations = [], metadata } = entity;
  const owners = relations
    .filter(({ type }) => type === 'ownedBy')
    .map(({ targetRef }) => targetRef);
  const [namespace, , name] = partsOf(entity);
  return {
    ref: refOf(entity),
    href: `/docs/${partsOf(entity).join('/')}`,
    name: metadata.name,
    title: titleOf(entity),
    description: metadata.description ?? '',
    owner: owners.find(owner => owner !== `group:${namespace}/${name}`),
    mine: owners.some(owner => ownership.includes(owner)),
    domain: relations.find(
      ({ type, targetRef }) =>
        type === 'partOf' && targetRef.startsWith('domain:'),
    )?.targetRef,
  };
}

/** All sites in the order of their titles. */
export function sitesOf(
  entities: readonly CatalogEntity[],
  ownership: readonly string[],
): Site[] {
  return entities.map(entity => siteOf(entity, ownership)).sort(byTitle);
}

/** The titles of domains by their references. */
export function titlesOf(
  domains: readonly CatalogEntity[],
): Map<string, string> {
  return new Map(domains.map(domain => [refOf(domain), titleOf(domain)]));
}

/** Groups have Systems; what else has documents, such as a handbook, is of use to everybody. */
function isOfGroup({ ref }: Site): boolean {
  return ref.startsWith('system:');
}

function matches(site: Site, term: string): boolean {
  const text = `${site.title} ${site.name} ${site.description}`.toLowerCase();
  return term
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** What the page shows of the sites that match the term. */
export function docsIndex(
  sites: readonly Site[],
  titles: ReadonlyMap<string, string>,
  term: string,
): DocsIndex {
  const found = sites.filter(site => matches(site, term.trim()));
  const sections = new Map<string, Section>();
  for (const site of found.filter(isOfGroup)) {
    const ref = site.domain ?? '';
    const section = sections.get(ref) ?? {
      ref,
      title: titles.get(ref) ?? (ref.split('/').at(1) || WITHOUT_DIVISION),
      sites: [],
    };
    section.sites.push(site);
    sections.set(ref, section);
  }
  return {
    general: found.filter(site => !isOfGroup(site)),
    mine: found.filter(site => isOfGroup(site) && site.mine),
    sections: [...sections.values()].sort(byTitle),
  };
}

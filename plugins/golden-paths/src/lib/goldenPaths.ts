import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { VERSION_ANNOTATION } from '@squadron/plugin-golden-paths-common';

/** What the gallery shows of a golden path, from the catalog. */
export interface GoldenPath {
  ref: string;
  name: string;
  namespace: string;
  title: string;
  description: string;
  /** Ref of the group that looks after it. */
  owner: string;
  version?: string;
  /** What comes of it: `service`, `library`, … */
  type: string;
  tags: string[];
}

/** Golden paths that have the same kind of outcome. */
export interface PathGroup {
  type: string;
  title: string;
  /** The title where there is little room. */
  label: string;
  paths: GoldenPath[];
}

const outcomes = new Map([
  ['service', { title: 'A service', label: 'Services' }],
  ['library', { title: 'A library', label: 'Libraries' }],
  ['documentation', { title: 'A page of docs', label: 'Docs' }],
  ['data', { title: 'A data pipeline', label: 'Data' }],
  ['existing', { title: 'For what exists already', label: 'Existing' }],
  ['day-two', { title: 'Day two', label: 'Day two' }],
]);

/** A template of the catalog as a golden path. */
export function toGoldenPath(entity: Entity): GoldenPath {
  const { metadata, spec } = entity;
  const { name, namespace = 'default', title, description } = metadata;
  return {
    ref: stringifyEntityRef(entity),
    name,
    namespace,
    title: title ?? name,
    description: description ?? '',
    owner: String(spec?.owner ?? ''),
    version: metadata.annotations?.[VERSION_ANNOTATION],
    type: String(spec?.type ?? 'other'),
    tags: metadata.tags ?? [],
  };
}

/** Golden paths by outcome, in the order of what people look for; unknown outcomes come last. */
export function groupPaths(paths: readonly GoldenPath[]): PathGroup[] {
  const unknown = paths
    .map(({ type }) => type)
    .filter(type => !outcomes.has(type));
  const types = [...outcomes.keys(), ...[...new Set(unknown)].sort()];
  return types
    .map(type => ({
      type,
      title: type,
      label: type,
      ...outcomes.get(type),
      paths: paths
        .filter(path => path.type === type)
        .sort((a, b) => a.title.localeCompare(b.title)),
    }))
    .filter(group => group.paths.length > 0);
}

/** The golden paths that have all words of a search in title, description, name or tags. */
export function searchPaths(
  paths: readonly GoldenPath[],
  search: string,
): GoldenPath[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return paths.filter(({ title, description, name, tags }) => {
    const text = [title, description, name, ...tags].join(' ').toLowerCase();
    return words.every(word => text.includes(word));
  });
}

/** Where the form of a golden path is, filled in with what is known, such as that of a draft. */
export function formPath(
  { namespace, name }: Pick<GoldenPath, 'namespace' | 'name'>,
  values?: object,
  draft?: string,
): string {
  const query = new URLSearchParams();
  if (values) query.set('formData', JSON.stringify(values));
  if (draft) query.set('draft', draft);
  const text = query.size > 0 ? `?${query}` : '';
  return `/create/templates/${namespace}/${name}${text}`;
}

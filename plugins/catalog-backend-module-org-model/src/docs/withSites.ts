import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  CompiledEntity,
  LoadedOrg,
  unitAnchor,
} from '@squadron/plugin-org-model-node';
import {
  ANNOTATION_DOCS,
  ANNOTATION_DOCS_OF,
  ANNOTATION_DOCS_PATH,
} from './annotations';

const SITE_FILE = 'mkdocs.yml';

/** The docs that an entity shows, and where in them. */
interface Shown {
  site: string;
  path?: string;
}

/**
 * Gives the System of each group that has a docs site in a folder this site, and lets everything that
 * belongs to the group show it too.
 *
 * @remarks
 * TechDocs resolves `dir:` against the source location, since where an entity is defined says nothing of
 * where its docs lie.
 */
export async function withSites(
  org: LoadedOrg,
  directory: string,
): Promise<LoadedOrg> {
  const sites = await sitesIn(directory);
  const units = unitsWithSite(org.entities, sites);
  const entities = org.entities.map(each => {
    const { kind, metadata } = each.entity;
    const { name } = metadata;
    if (kind === 'System' && sites.has(name)) {
      return annotated(each, {
        [ANNOTATION_DOCS]: 'dir:.',
        [ANNOTATION_SOURCE_LOCATION]: `file:${join(directory, name, SITE_FILE)}`,
      });
    }
    const shown = shownBy(each.entity, sites, units);
    return shown
      ? annotated(each, {
          [ANNOTATION_DOCS_OF]: `system:default/${shown.site}`,
          ...(shown.path && { [ANNOTATION_DOCS_PATH]: shown.path }),
        })
      : each;
  });
  // A site that comes or goes makes another organization, although its files are the same.
  return { ...org, entities, hash: `${org.hash}-${hashOf(sites)}` };
}

function hashOf(sites: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...sites].sort()))
    .digest('hex');
}

function shownBy(
  { kind, metadata: { name } }: Entity,
  sites: ReadonlySet<string>,
  units: ReadonlyMap<string, Shown>,
): Shown | undefined {
  if (!['Group', 'System', 'Component'].includes(kind)) return undefined;
  return sites.has(name) ? { site: name } : units.get(name);
}

/** Units by name; their Group, their System and their service have it in common. */
function unitsWithSite(
  entities: readonly CompiledEntity[],
  sites: ReadonlySet<string>,
): Map<string, Shown> {
  const units = new Map<string, Shown>();
  for (const { entity } of entities) {
    const { type, parent, code } = entity.spec ?? {};
    if (entity.kind !== 'Group' || type !== 'unit') continue;
    const { name: site } = parseEntityRef(String(parent));
    const path = `/#${unitAnchor(String(code))}`;
    if (sites.has(site)) units.set(entity.metadata.name, { site, path });
  }
  return units;
}

async function sitesIn(directory: string): Promise<ReadonlySet<string>> {
  const folders = await listed(directory);
  const contents = await Promise.all(
    folders.map(folder => listed(join(directory, folder))),
  );
  return new Set(
    folders.filter((_, index) => contents[index].includes(SITE_FILE)),
  );
}

/** The names in a folder; none where there is no folder. */
async function listed(folder: string): Promise<string[]> {
  return readdir(folder).catch(error => {
    const absent = ['ENOENT', 'ENOTDIR'];
    if (isError(error) && absent.includes(String(error.code))) return [];
    throw error;
  });
}

function annotated(
  { entity, place }: CompiledEntity,
  annotations: Record<string, string>,
): CompiledEntity {
  const metadata = {
    ...entity.metadata,
    annotations: { ...entity.metadata.annotations, ...annotations },
  };
  return { entity: { ...entity, metadata }, place };
}

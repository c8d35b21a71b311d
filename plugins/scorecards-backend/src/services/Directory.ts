import type { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { nearest } from '@squadron/backend-kit';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';

const freshMs = 60_000;
const batchSize = 200;
/** More components than any organization measures; a flood of unknown names must not fill the memory. */
const mostKnown = 50_000;

/** An entity that KPIs are measured of. */
export interface DirectoryEntry {
  ref: string;
  /** The group that owns it; itself where it is a group. */
  group: string;
  title: string;
}

interface KnownComponent {
  until: number;
  /** Nothing when the catalog does not have it, or nobody of the tree owns it. */
  entry: DirectoryEntry | undefined;
}

/** Finds groups in the tree and components in the catalog by what people write. */
export class Directory {
  readonly #orgModel: Pick<OrgModelService, 'tree'>;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #auth: AuthService;
  readonly #now: () => Date;
  readonly #components = new Map<string, KnownComponent>();

  constructor(options: {
    orgModel: Pick<OrgModelService, 'tree'>;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: AuthService;
    now: () => Date;
  }) {
    this.#orgModel = options.orgModel;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#now = options.now;
  }

  tree(request?: { asOf?: string }): Promise<OrgTree> {
    return this.#orgModel.tree(request);
  }

  /** The entities that texts stand for; a text that stands for none is left out. */
  async resolve(texts: Iterable<string>): Promise<Map<string, DirectoryEntry>> {
    const tree = await this.tree();
    const found = new Map<string, DirectoryEntry>();
    const components = new Map<string, string>();
    for (const text of new Set(texts)) {
      const group = tree.get(text);
      const component = group ? undefined : toComponentRef(text);
      if (group)
        found.set(text, {
          ref: group.ref,
          group: group.ref,
          title: group.title,
        });
      else if (component) components.set(text, component);
    }
    await this.#ask([...new Set(components.values())], tree);
    for (const [text, ref] of components) {
      const entry = this.#components.get(ref)?.entry;
      if (entry) found.set(text, entry);
    }
    return found;
  }

  /** A name that a misspelt one may have meant. */
  async suggest(text: string): Promise<string | undefined> {
    const component = toComponentRef(text);
    if (component) {
      const known = [...this.#components].filter(([, { entry }]) => entry);
      return nearest(
        component,
        known.map(([ref]) => ref),
      );
    }
    const [, name] = /([^:/]*)$/.exec(text) ?? [];
    const groups = (await this.tree()).groups();
    return nearest(
      name ?? text,
      groups.map(group => group.name),
    );
  }

  async #ask(refs: readonly string[], tree: OrgTree): Promise<void> {
    const now = this.#now().getTime();
    if (this.#components.size + refs.length > mostKnown) {
      this.#components.clear();
    }
    const unknown = refs.filter(
      ref => (this.#components.get(ref)?.until ?? 0) <= now,
    );
    if (unknown.length === 0) return;
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let from = 0; from < unknown.length; from += batchSize) {
      const entityRefs = unknown.slice(from, from + batchSize);
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata', 'relations'],
        },
        { credentials },
      );
      entityRefs.forEach((ref, at) => {
        const entry = toEntry(items[at], tree);
        this.#components.set(ref, { until: now + freshMs, entry });
      });
    }
  }
}

function toComponentRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultNamespace: 'default' });
    const isComponent = ref.kind.toLocaleLowerCase('en-US') === 'component';
    return isComponent ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}

function toEntry(
  entity: Entity | undefined,
  tree: OrgTree,
): DirectoryEntry | undefined {
  if (!entity) return undefined;
  const [group] = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .flatMap(({ targetRef }) => tree.resolve(targetRef) ?? homeOf(targetRef));
  if (!group) return undefined;
  const { name, title = name } = entity.metadata;
  return { ref: stringifyEntityRef(entity), group, title };

  // What a person owns counts for the person's home.
  function homeOf(person: string): string | [] {
    return tree.homeOf(person)?.ref ?? [];
  }
}

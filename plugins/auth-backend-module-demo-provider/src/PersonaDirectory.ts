import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Persona, toPersonas } from './personas';

const FIELDS = {
  user: [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.title',
    'spec.profile.displayName',
    'spec.role',
    'spec.home',
    'spec.joinedAt',
    'relations',
  ],
  group: [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.title',
    'spec.profile.displayName',
    'spec.parent',
    'spec.roles',
    'spec.type',
  ],
};

interface Options {
  catalog: CatalogService;
  auth: AuthService;
  cacheSeconds: number;
  now?: () => Date;
}

/** The people of the catalog, read again when the last reading has grown old. */
export class PersonaDirectory {
  #options: Required<Options>;
  #reading?: { at: number; personas: Promise<Persona[]> };

  static create(options: Options): PersonaDirectory {
    return new PersonaDirectory({ now: () => new Date(), ...options });
  }

  private constructor(options: Required<Options>) {
    this.#options = options;
  }

  /** Everybody whom one can sign in as; an empty catalog is asked again at once. */
  async list(): Promise<Persona[]> {
    const now = this.#options.now().getTime();
    const expired =
      !this.#reading ||
      now - this.#reading.at >= this.#options.cacheSeconds * 1000;
    if (expired) {
      this.#reading = { at: now, personas: this.#read() };
    }
    const reading = this.#reading!;
    try {
      const personas = await reading.personas;
      if (personas.length === 0) {
        this.#forget(reading);
      }
      return personas;
    } catch (error) {
      this.#forget(reading);
      throw error;
    }
  }

  #forget(reading: object) {
    if (this.#reading === reading) {
      this.#reading = undefined;
    }
  }

  async #read(): Promise<Persona[]> {
    const [users, groups] = await Promise.all([
      this.#stream('user'),
      this.#stream('group'),
    ]);
    return toPersonas(users, groups, this.#options.now());
  }

  async #stream(kind: keyof typeof FIELDS): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const found: Entity[] = [];
    const pages = catalog.streamEntities(
      { filter: { kind }, fields: FIELDS[kind] },
      { credentials },
    );
    for await (const page of pages) {
      found.push(...page);
    }
    return found;
  }
}

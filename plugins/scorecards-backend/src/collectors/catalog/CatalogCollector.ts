import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { z } from 'zod/v3';
import type { CollectorSchedule } from '../readSchedule';
import { sampleMoment } from '../sampleMoment';
import {
  DescribedComponent,
  describeComponents,
  docsHolders,
} from './coverage';

const batchSize = 200;
const naming = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

const sourceSchema = z
  .object({
    type: z.string(),
    text: z.string(),
    measure: z.literal('coverage'),
  })
  .strict();

type CatalogSource = z.output<typeof sourceSchema>;

/** Counts components in the catalog that are described. */
export class CatalogCollector implements Collector<CatalogSource> {
  readonly id = 'catalog';
  readonly type = 'catalog';
  readonly title = 'Catalog';
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = sourceSchema;
  readonly #catalog: Pick<
    CatalogService,
    'streamEntities' | 'getEntitiesByRefs'
  >;
  readonly #orgModel: Pick<OrgModelService, 'tree'>;
  readonly #auth: AuthService;

  constructor(options: {
    catalog: Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
    orgModel: Pick<OrgModelService, 'tree'>;
    auth: AuthService;
    schedule: CollectorSchedule;
  }) {
    this.everySeconds = options.schedule.everySeconds;
    this.timeoutSeconds = options.schedule.timeoutSeconds;
    this.#catalog = options.catalog;
    this.#orgModel = options.orgModel;
    this.#auth = options.auth;
  }

  async *collect({
    kpis,
    to,
    signal,
  }: CollectRequest<CatalogSource>): AsyncGenerator<Collected> {
    const tree = await this.#orgModel.tree();
    const components = await this.#readComponents(signal);
    const holders = await this.#readHolders(docsHolders(components), signal);
    const described = describeComponents(components, holders, tree);
    for (const asked of kpis) {
      yield {
        kpi: asked.kpi.id,
        samples: asked.entities.flatMap(entity => {
          const own = scopeOf(asked, described, group =>
            tree.isWithin(group, entity),
          );
          if (own.length === 0) return [];
          return {
            kpi: asked.kpi.id,
            entity,
            at: sampleMoment(asked.kpi, to),
            good: own.filter(({ covered }) => covered).length,
            total: own.length,
          };
        }),
      };
    }
  }

  async #readComponents(signal: AbortSignal): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const components: Entity[] = [];
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'Component' },
        fields: [
          ...naming,
          'metadata.annotations',
          'spec.system',
          'spec.lifecycle',
        ],
      },
      { credentials },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      components.push(...page);
    }
    return components;
  }

  async #readHolders(refs: string[], signal: AbortSignal): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const holders: Entity[] = [];
    for (let from = 0; from < refs.length; from += batchSize) {
      signal.throwIfAborted();
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(from, from + batchSize), fields: naming },
        { credentials },
      );
      holders.push(...items.flatMap(item => item ?? []));
    }
    return holders;
  }
}

/** A KPI of its owner alone is about the whole catalog, which includes what nobody owns. */
function scopeOf(
  { kpi }: CollectedKpi<CatalogSource>,
  all: readonly DescribedComponent[],
  isWithin: (group: string) => boolean,
): readonly DescribedComponent[] {
  return kpi.appliesTo.to === 'owner'
    ? all
    : all.filter(({ group }) => group !== undefined && isWithin(group));
}

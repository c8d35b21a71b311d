import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, assertError } from '@backstage/errors';
import {
  Measure,
  MeasureRow,
  createContractClient,
  defineContract,
  measureRoutes,
} from '@squadron/contract';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { CollectError, toFault } from '../CollectError';
import type { CollectorSchedule } from '../readSchedule';
import { measureSamples } from './measureSamples';
import { MeasureSource, measureSourceSchema } from './source';

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Reads any plugin that serves the measures protocol, without knowing it. */
export class MeasuresCollector implements Collector<MeasureSource> {
  readonly id = 'plugin';
  readonly type = 'plugin';
  readonly title = 'Plugins of the portal';
  readonly everyRun = true;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = measureSourceSchema;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #orgModel: Pick<OrgModelService, 'tree'>;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    orgModel: Pick<OrgModelService, 'tree'>;
    schedule: CollectorSchedule;
  }) {
    this.everySeconds = options.schedule.everySeconds;
    this.timeoutSeconds = options.schedule.timeoutSeconds;
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#orgModel = options.orgModel;
  }

  async *collect(
    request: CollectRequest<MeasureSource>,
  ): AsyncGenerator<Collected> {
    const offers = new Map<string, Promise<readonly Measure[]>>();
    for (const asked of request.kpis) {
      const { plugin } = asked.source;
      const offer = offers.get(plugin) ?? this.#offerOf(plugin, request.signal);
      offers.set(plugin, offer);
      yield await this.#collectOne(asked, offer, request);
    }
  }

  async #collectOne(
    asked: CollectedKpi<MeasureSource>,
    offer: Promise<readonly Measure[]>,
    { to, signal }: CollectRequest<MeasureSource>,
  ): Promise<Collected> {
    const { kpi, source } = asked;
    try {
      const measure = (await offer).find(({ name }) => name === source.measure);
      if (!measure) {
        throw new CollectError(
          'lasting',
          `The plugin ${source.plugin} does not measure "${source.measure}": GET /api/${source.plugin}/measures lists what it does`,
        );
      }
      const rows = await this.#rowsOf(asked, to, signal);
      const tree = await this.#orgModel.tree();
      return {
        kpi: kpi.id,
        samples: measureSamples(asked, measure, rows, tree),
      };
    } catch (error) {
      assertError(error);
      signal.throwIfAborted();
      return { kpi: kpi.id, fault: faultOf(error, source.plugin) };
    }
  }

  async #offerOf(
    plugin: string,
    signal: AbortSignal,
  ): Promise<readonly Measure[]> {
    const offer = await this.#client(plugin).measures(
      {},
      await this.#options(plugin, signal),
    );
    const parsed = measureRoutes.measures.response.safeParse(offer);
    if (parsed.success) return parsed.data.items;
    throw new CollectError(
      'lasting',
      `The plugin ${plugin} does not answer as the measures protocol says: ${parsed.error.issues[0].message}`,
    );
  }

  async #rowsOf(
    { source, from }: CollectedKpi<MeasureSource>,
    to: Date,
    signal: AbortSignal,
  ): Promise<readonly MeasureRow[]> {
    const answer = await this.#client(source.plugin).measure(
      {
        params: { measure: source.measure },
        query: { from: dayOf(from), to: dayOf(to), ...source.dimensions },
      },
      await this.#options(source.plugin, signal),
    );
    return measureRoutes.measure.response.parse(answer).rows;
  }

  #client(plugin: string) {
    const contract = defineContract({
      id: plugin,
      title: plugin,
      description: '',
      version: '1',
      routes: measureRoutes,
    });
    return createContractClient(contract, {
      discovery: this.#discovery,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        // Where there is no such plugin, the web app answers in its place.
        if (/json/.test(response.headers.get('content-type') ?? '')) {
          return response;
        }
        await response.body?.cancel();
        throw new CollectError('absent', notInstalled(plugin));
      },
    });
  }

  async #options(plugin: string, signal: AbortSignal) {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: plugin,
    });
    return { token, signal };
  }
}

function notInstalled(plugin: string): string {
  return `The plugin ${plugin} is not installed, or measures nothing`;
}

function faultOf(error: Error, plugin: string) {
  if (error instanceof CollectError) return toFault(error);
  const status = error instanceof ResponseError ? error.statusCode : undefined;
  if (status === 404) {
    return { kind: 'absent', message: notInstalled(plugin) } as const;
  }
  const isLasting = status !== undefined && status < 500 && status !== 429;
  return {
    kind: isLasting ? 'lasting' : 'passing',
    message: `The plugin ${plugin} does not answer what it measures: ${
      error instanceof ResponseError ? error.cause.message : error.message
    }`,
  } as const;
}

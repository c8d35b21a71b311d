import { assertError } from '@backstage/errors';
import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { toFault } from '../CollectError';
import { inTurns } from '../inTurns';
import type { PrometheusConfig } from './config';
import { PrometheusClient, Series } from './PrometheusClient';
import { SampleTimes, sampleTimes } from './sampleTimes';
import { PrometheusSource, prometheusSourceSchema } from './source';
import { Answers, toSamples } from './toSamples';

/** A Prometheus has other things to do. */
const atOnce = 4;

/** Measures KPIs with PromQL, and fills what was missed while the portal or the Prometheus was down. */
export class PrometheusCollector implements Collector<PrometheusSource> {
  readonly id: string;
  readonly type = 'prometheus';
  readonly instance: string | undefined;
  readonly title: string;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = prometheusSourceSchema;
  readonly #client: PrometheusClient;

  constructor(config: PrometheusConfig) {
    this.instance = config.name;
    this.id = config.name ? `prometheus:${config.name}` : 'prometheus';
    this.title = config.name ? `Prometheus ${config.name}` : 'Prometheus';
    this.everySeconds = config.everySeconds;
    this.timeoutSeconds = config.timeoutSeconds;
    this.#client = new PrometheusClient({
      ...config,
      timeoutSeconds: config.queryTimeoutSeconds,
    });
  }

  collect(request: CollectRequest<PrometheusSource>): AsyncIterable<Collected> {
    return inTurns(request.kpis, atOnce, asked =>
      this.#collectOne(asked, request),
    );
  }

  async #collectOne(
    asked: CollectedKpi<PrometheusSource>,
    { to, signal }: CollectRequest<PrometheusSource>,
  ): Promise<Collected> {
    const { kpi, source, from, entities } = asked;
    const times = sampleTimes({
      kind: kpi.kind,
      cadenceSeconds: kpi.cadenceSeconds,
      from,
      to,
    });
    try {
      const answers = await this.#askAll(asked, times, signal);
      const { samples, problem } = toSamples(kpi, source, entities, answers);
      return {
        kpi: kpi.id,
        samples,
        ...(problem && { fault: { kind: 'lasting', message: problem } }),
      };
    } catch (error) {
      assertError(error);
      signal.throwIfAborted();
      return { kpi: kpi.id, fault: toFault(error) };
    }
  }

  #askAll(
    { kpi, source }: CollectedKpi<PrometheusSource>,
    times: SampleTimes,
    signal: AbortSignal,
  ): Promise<Answers> {
    const seconds = times.past?.seconds ?? kpi.cadenceSeconds;
    const range = source.range ?? `${seconds}s`;
    return Promise.all(
      source.queries.map(async ([name, query]) => {
        const text = query.replaceAll('$range', range);
        return [name, await this.#ask(text, times, signal)] as const;
      }),
    );
  }

  async #ask(
    query: string,
    { past, now }: SampleTimes,
    signal: AbortSignal,
  ): Promise<Series[]> {
    const answers = await Promise.all([
      past ? this.#client.range(query, past, signal) : [],
      now ? this.#client.instant(query, now, signal) : [],
    ]);
    return merge(answers.flat());
  }
}

/** The past and the present of a series as one. */
function merge(all: readonly Series[]): Series[] {
  const merged = new Map<string, Series>();
  for (const { labels, points } of all) {
    const key = JSON.stringify(Object.entries(labels).sort());
    const known = merged.get(key)?.points ?? [];
    merged.set(key, { labels, points: [...known, ...points] });
  }
  return [...merged.values()];
}

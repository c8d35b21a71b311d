import { OutboundGuard } from '@squadron/backend-kit';
import { z } from 'zod/v3';
import { CollectError } from '../CollectError';

/** A value of a series; it may be NaN or infinite, as PromQL answers them. */
export interface Point {
  /** Milliseconds. */
  at: number;
  value: number;
}

export interface Series {
  labels: Readonly<Record<string, string>>;
  points: readonly Point[];
}

/** Moments at equal distances, both ends included. */
export interface Steps {
  start: Date;
  end: Date;
  seconds: number;
}

/** More than any sensible answer. */
const mostBytes = 20 * 1024 * 1024;

const point = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string());
const dataSchema = z.discriminatedUnion('resultType', [
  z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: labels, value: point })),
  }),
  z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric: labels, values: z.array(point) })),
  }),
  z.object({ resultType: z.literal('scalar'), result: point }),
]);
const answerSchema = z.union([
  z.object({ status: z.literal('success'), data: dataSchema }),
  z.object({ status: z.literal('error'), error: z.string() }),
]);

const infinities: Record<string, number> = {
  '+Inf': Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
};

function toPoint([seconds, text]: z.infer<typeof point>): Point {
  return { at: seconds * 1_000, value: infinities[text] ?? Number(text) };
}

function toSeries(data: z.infer<typeof dataSchema>): Series[] {
  switch (data.resultType) {
    case 'vector':
      return data.result.map(({ metric, value }) => ({
        labels: metric,
        points: [toPoint(value)],
      }));
    case 'matrix':
      return data.result.map(({ metric, values }) => ({
        labels: metric,
        points: values.map(toPoint),
      }));
    case 'scalar':
      return [{ labels: {}, points: [toPoint(data.result)] }];
    default:
      return data satisfies never;
  }
}

function parse(text: string): z.infer<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const inSeconds = (at: Date) => String(at.getTime() / 1_000);

/**
 * Asks a Prometheus, or what speaks its API: https://prometheus.io/docs/prometheus/latest/querying/api/
 *
 * What it answers instead of values is a {@link CollectError}; that it does not answer, an error of `OutboundGuard`.
 */
export class PrometheusClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #timeoutSeconds: number;
  readonly #guard: OutboundGuard;

  constructor(options: {
    url: string;
    headers: Readonly<Record<string, string>>;
    /** For one query; Prometheus itself is told of it as well. */
    timeoutSeconds: number;
  }) {
    this.#url = options.url.replace(/\/+$/, '');
    this.#headers = options.headers;
    this.#timeoutSeconds = options.timeoutSeconds;
    this.#guard = new OutboundGuard({
      // Who writes the configuration may name a Prometheus of the inside.
      allowedHosts: [new URL(options.url).host],
      allowedHostsKey: 'scorecards.collectors.prometheus.url',
      timeoutMs: options.timeoutSeconds * 1_000,
      maxBytes: mostBytes,
    });
  }

  /** The value of each series at a moment. */
  instant(query: string, at: Date, signal: AbortSignal): Promise<Series[]> {
    return this.#ask('query', { query, time: inSeconds(at) }, signal);
  }

  /** The values of each series at several moments. */
  range(query: string, steps: Steps, signal: AbortSignal): Promise<Series[]> {
    return this.#ask(
      'query_range',
      {
        query,
        start: inSeconds(steps.start),
        end: inSeconds(steps.end),
        step: String(steps.seconds),
      },
      signal,
    );
  }

  async #ask(
    route: 'query' | 'query_range',
    parameters: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Series[]> {
    const { status, text } = await this.#guard.fetch(
      `${this.#url}/api/v1/${route}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...this.#headers,
        },
        body: String(
          new URLSearchParams({
            ...parameters,
            timeout: `${this.#timeoutSeconds}s`,
          }),
        ),
        signal,
      },
    );
    const answer = parse(text);
    if (answer?.status === 'success') return toSeries(answer.data);
    throw new CollectError(...faultOf(status, answer?.error));
  }
}

function faultOf(
  status: number,
  error: string | undefined,
): ConstructorParameters<typeof CollectError> {
  if (status === 401 || status === 403) {
    return [
      'lasting',
      `Prometheus answers ${status}: check the headers in its configuration`,
    ];
  }
  if (error !== undefined && (status === 400 || status === 422)) {
    return ['lasting', `Prometheus cannot do the query: ${error}`];
  }
  if (status === 429 || status >= 500) {
    return [
      'passing',
      `Prometheus answers ${status}${error ? `: ${error}` : ''}; look at its load and its log`,
    ];
  }
  return [
    'lasting',
    `What answers (${status}) does not speak the API of Prometheus: check the url in its configuration, and that the query makes a vector or a number`,
  ];
}

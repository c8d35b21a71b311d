import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { CollectError } from '../CollectError';
import { UnreachableError, fetchText } from '../fetchText';
import { inTurns } from '../inTurns';
import { sampleMoment } from '../sampleMoment';
import type { HttpConfig } from './config';
import { readAnswer } from './readAnswer';
import { HttpSource, httpSourceSchema } from './source';

const atOnce = 4;
const answerSeconds = 20;

/** Reads numbers that an address answers as JSON. */
export class HttpCollector implements Collector<HttpSource> {
  readonly id = 'http';
  readonly type = 'http';
  readonly title = 'JSON over HTTP';
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = httpSourceSchema;
  readonly #servers: HttpConfig['servers'];
  readonly #guarded: typeof fetch;

  constructor(options: {
    config: HttpConfig;
    /** For addresses that KPI files name: it must not reach what only the portal can reach. */
    guardedFetch: typeof fetch;
  }) {
    const { config } = options;
    this.everySeconds = config.everySeconds;
    this.timeoutSeconds = config.timeoutSeconds;
    this.#servers = config.servers;
    this.#guarded = options.guardedFetch;
  }

  collect(request: CollectRequest<HttpSource>): AsyncIterable<Collected> {
    return inTurns(request.kpis, atOnce, asked =>
      this.#collectOne(asked, request),
    );
  }

  async #collectOne(
    asked: CollectedKpi<HttpSource>,
    { to, signal }: CollectRequest<HttpSource>,
  ): Promise<Collected> {
    const { kpi, source, entities } = asked;
    try {
      if (entities.length !== 1) {
        throw new CollectError(
          'lasting',
          `An address answers for one group, and ${entities.length} groups have the KPI: let it apply to one`,
        );
      }
      const numbers = readAnswer(await this.#ask(source, signal), source);
      if (!numbers) return { kpi: kpi.id };
      const sample = {
        kpi: kpi.id,
        entity: entities[0],
        at: sampleMoment(kpi, to),
        ...(source.unit !== undefined && { unit: source.unit }),
        ...numbers,
      };
      return { kpi: kpi.id, samples: [sample] };
    } catch (error) {
      if (error instanceof CollectError) {
        return { kpi: kpi.id, fault: error.toFault() };
      }
      if (!(error instanceof UnreachableError)) throw error;
      // Another KPI has another address.
      return {
        kpi: kpi.id,
        fault: { kind: 'passing', message: error.message },
      };
    }
  }

  async #ask(source: HttpSource, signal: AbortSignal): Promise<string> {
    const { url, instance } = source;
    const { origin } = new URL(url);
    const server =
      instance === undefined ? undefined : this.#server(instance, url);
    const { status, text } = await fetchText(
      url,
      { headers: { Accept: 'application/json', ...server?.headers } },
      {
        who: origin,
        timeoutSeconds: answerSeconds,
        signal,
        fetch: server ? fetch : this.#guarded,
      },
    );
    if (status === 200) return text;
    const mayPass = status === 429 || status >= 500;
    throw new CollectError(
      mayPass ? 'passing' : 'lasting',
      status >= 300 && status < 400
        ? `${origin} answers with a redirect: write where it leads to`
        : `${origin} answers ${status}: check the url and the headers of its server in the configuration`,
    );
  }

  /** Headers go to their own server and to no other, whatever a KPI's file says. */
  #server(name: string, url: string) {
    const server = this.#servers.get(name);
    if (!server) {
      throw new CollectError(
        'lasting',
        `The configuration has no server "${name}": add it to scorecards.collectors.http.servers`,
      );
    }
    // Without dots that lead out of the server's part.
    if (!new URL(url).href.startsWith(new URL(server.url).href)) {
      throw new CollectError(
        'lasting',
        `The url is not one of the server "${name}", which is ${server.url}`,
      );
    }
    return server;
  }
}

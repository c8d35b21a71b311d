import { assertError } from '@backstage/errors';
import { OutboundGuard } from '@squadron/backend-kit';
import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { CollectError, toFault } from '../CollectError';
import { inTurns } from '../inTurns';
import { sampleMoment } from '../sampleMoment';
import type { HttpConfig, HttpServer } from './config';
import { readAnswer } from './readAnswer';
import { HttpSource, httpSourceSchema } from './source';

const atOnce = 4;
const allowedHostsKey = 'scorecards.collectors.http.allowedHosts';

interface GuardedServer extends HttpServer {
  guard: OutboundGuard;
}

/** Reads numbers that an address answers as JSON. */
export class HttpCollector implements Collector<HttpSource> {
  readonly id = 'http';
  readonly type = 'http';
  readonly title = 'JSON over HTTP';
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = httpSourceSchema;
  readonly #outside: OutboundGuard;
  readonly #servers: ReadonlyMap<string, GuardedServer>;

  constructor({ servers, allowedHosts, ...schedule }: HttpConfig) {
    this.everySeconds = schedule.everySeconds;
    this.timeoutSeconds = schedule.timeoutSeconds;
    this.#outside = new OutboundGuard({ allowedHosts, allowedHostsKey });
    this.#servers = new Map(
      servers.map(server => {
        const guard = new OutboundGuard({
          // Who writes the configuration may name a server of the inside.
          allowedHosts: [new URL(server.url).host],
          allowedHostsKey,
        });
        return [server.name, { ...server, guard }];
      }),
    );
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
      assertError(error);
      signal.throwIfAborted();
      return { kpi: kpi.id, fault: toFault(error) };
    }
  }

  async #ask(source: HttpSource, signal: AbortSignal): Promise<string> {
    const { url, instance } = source;
    const server =
      instance === undefined ? undefined : this.#server(instance, url);
    const { status, text } = await (server?.guard ?? this.#outside).fetch(url, {
      headers: { accept: 'application/json', ...server?.headers },
      signal,
    });
    if (status === 200) return text;
    const mayPass = status === 429 || status >= 500;
    throw new CollectError(
      mayPass ? 'passing' : 'lasting',
      `${new URL(url).host} answers ${status}: check the url and the headers of its server in the configuration`,
    );
  }

  /** Headers go to their own server and to no other, whatever a KPI's file says. */
  #server(name: string, url: string): GuardedServer {
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

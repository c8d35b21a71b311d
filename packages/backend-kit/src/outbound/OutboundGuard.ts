import dns from 'node:dns';
import http, { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, isIPv6, LookupFunction } from 'node:net';
import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { kindOf } from './addresses';
import { explain } from './explain';

const MEBIBYTE = 1024 * 1024;

/** Without the brackets of IPv6 and the dot behind a full name. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$|\.$/g, '');
}

export interface OutboundGuardOptions {
  /**
   * Hosts that may lie in a private network: `prometheus`, `10.0.0.5`, `prometheus:9090` or `*.monitoring.svc`.
   * Link-local addresses and those where clouds hand out credentials stay forbidden.
   */
  allowedHosts?: readonly string[];
  /** The key of these hosts in the configuration, which errors name. */
  allowedHostsKey: string;
  /** From the look-up of the name to the last byte; 10 s when left out. */
  timeoutMs?: number;
  /** The largest answer; 10 MiB when left out. */
  maxBytes?: number;
  /** Looks names up; the system does when left out. */
  lookup?: LookupFunction;
}

export interface OutboundRequest {
  method?: 'GET' | 'POST';
  /** May hold what is secret: no error tells it. */
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
}

/** Any answer but a redirect, also one that says that the request failed. */
export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Fetches from addresses that definitions or users name, without letting them reach what only the portal can
 * reach: names are checked where they lead at the time of connecting, redirects are not followed, and an answer
 * can neither be endless nor late. It takes no proxy.
 *
 * Errors name the host alone, because path, query and headers may be secret: `InputError` for what is no address,
 * `NotAllowedError` for a host that is not allowed, `ServiceUnavailableError` for a host that gives no good answer.
 *
 * @example
 * ```ts
 * const guard = new OutboundGuard({ allowedHosts, allowedHostsKey: 'scorecards.collectors.allowedHosts' });
 * const answer = await guard.fetchJson('https://status.example.com/api', { headers, signal });
 * ```
 */
export class OutboundGuard {
  readonly #allowedHosts: readonly string[];
  readonly #allowedHostsKey: string;
  readonly #timeoutMs: number;
  readonly #maxBytes: number;
  readonly #lookup: LookupFunction;

  constructor(options: OutboundGuardOptions) {
    this.#allowedHosts = (options.allowedHosts ?? []).map(host =>
      host.toLowerCase(),
    );
    this.#allowedHostsKey = options.allowedHostsKey;
    this.#timeoutMs = options.timeoutMs ?? 10_000;
    this.#maxBytes = options.maxBytes ?? 10 * MEBIBYTE;
    this.#lookup = options.lookup ?? dns.lookup;
  }

  /** Checks an address as far as that goes without the network, such as when a definition is read. */
  check(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw new InputError(
        'The address is no http or https address: write it as https://host/path',
      );
    }
    if (url.username || url.password) {
      throw new InputError(
        `The address of ${url.host} has a user name or password in it: send them in a header`,
      );
    }
    const host = hostOf(url);
    if (isIP(host)) this.#checkAddress(url, host);
    return url;
  }

  /** Sends one request and reads the whole answer. */
  async fetch(
    address: string,
    request: OutboundRequest = {},
  ): Promise<OutboundAnswer> {
    const url = this.check(address);
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signals = request.signal ? [timeout, request.signal] : [timeout];
    try {
      return await this.#send(url, request, AbortSignal.any(signals));
    } catch (error) {
      request.signal?.throwIfAborted();
      if (!timeout.aborted) throw explain(url.host, error);
      throw new ServiceUnavailableError(
        `${url.host} did not answer within ${this.#timeoutMs / 1000} s`,
      );
    }
  }

  /** Sends one request; an answer that is not of success or no JSON is a `ServiceUnavailableError`. */
  async fetchJson(
    address: string,
    request: OutboundRequest = {},
  ): Promise<unknown> {
    const { status, text } = await this.fetch(address, {
      ...request,
      headers: { accept: 'application/json', ...request.headers },
    });
    const { host } = new URL(address);
    if (status < 200 || status > 299) {
      throw new ServiceUnavailableError(
        `${host} answers with status ${status}: check address and credentials`,
      );
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new ServiceUnavailableError(
        `${host} answers with something that is no JSON: check the address`,
      );
    }
  }

  async #send(
    url: URL,
    { method = 'GET', headers, body }: OutboundRequest,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      method,
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
      // A shared connection may lead elsewhere than the name does now.
      agent: false,
      lookup: (host, options, done) => this.#look(url, host, options, done),
    });
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.on('response', resolve).on('error', reject).end(body);
      });
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400 && response.headers.location) {
        throw new ServiceUnavailableError(
          `${url.host} answers with a redirect, which is not followed: use the address that it leads to`,
        );
      }
      const text = await this.#read(url, response);
      return { status, headers: response.headers, text };
    } finally {
      sent.destroy();
    }
  }

  async #read(url: URL, response: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response) {
      size += chunk.length;
      if (size > this.#maxBytes) {
        throw new ServiceUnavailableError(
          `${url.host} answers with more than ${this.#maxBytes / MEBIBYTE} MiB: ask it for less`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  }

  #look(
    url: URL,
    host: string,
    options: dns.LookupOptions,
    done: Parameters<LookupFunction>[2],
  ) {
    this.#lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const addresses = [found].flat() as dns.LookupAddress[];
      try {
        for (const { address } of addresses) this.#checkAddress(url, address);
      } catch (fault) {
        return done(fault as NodeJS.ErrnoException, []);
      }
      if (options.all) return done(null, addresses);
      return done(null, addresses[0].address, addresses[0].family);
    });
  }

  #checkAddress(url: URL, address: string) {
    const kind = kindOf(address);
    if (kind === 'public') return;
    if (kind === 'forbidden') {
      throw new NotAllowedError(
        `${url.host} leads to an address that nothing may be fetched from: use another host`,
      );
    }
    if (!this.#isAllowed(url)) {
      throw new NotAllowedError(
        `${url.host} lies in a private network: if the portal may fetch from it, add it to ${this.#allowedHostsKey}`,
      );
    }
  }

  #isAllowed(url: URL): boolean {
    const host = hostOf(url);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const names = [host, `${isIPv6(host) ? `[${host}]` : host}:${port}`];
    return this.#allowedHosts.some(allowed => {
      return allowed.startsWith('*.')
        ? names.some(name => name.endsWith(allowed.slice(1)))
        : names.includes(allowed);
    });
  }
}

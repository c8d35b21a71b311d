import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readSchedule } from '../readSchedule';

/** A server that KPIs may name, with what it must be sent. */
export interface HttpServer {
  name: string;
  /** What is asked lies below this address. */
  url: string;
  headers: Record<string, string>;
}

export interface HttpConfig {
  everySeconds: number;
  timeoutSeconds: number;
  servers: readonly HttpServer[];
  /** Hosts of a private network that KPIs may name. */
  allowedHosts: readonly string[];
}

const key = 'scorecards.collectors.http';

function readServer(
  name: string,
  config: ReturnType<RootConfigService['getConfig']>,
): HttpServer {
  const url = config.getString('url');
  if (!/^https?:/.test(url) || !URL.canParse(url)) {
    // Without the url, which may have a password in it.
    throw new InputError(
      `${key}.servers.${name}: the url is no address; write http:// or https:// in front`,
    );
  }
  return {
    name,
    url: url.replace(/\/*$/, '/'),
    headers: config.getOptional<Record<string, string>>('headers') ?? {},
  };
}

/** Servers whose headers hold secrets, and how often all of HTTP is read. */
export function readHttpConfig(config: RootConfigService): HttpConfig {
  const own = config.getOptionalConfig(key);
  const servers = own?.getOptionalConfig('servers');
  return {
    ...readSchedule(own, { everySeconds: 300, timeoutSeconds: 120 }),
    servers: (servers?.keys() ?? []).map(name =>
      readServer(name, servers!.getConfig(name)),
    ),
    allowedHosts: own?.getOptionalStringArray('allowedHosts') ?? [],
  };
}

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readSchedule } from '../readSchedule';

/** A Prometheus of the configuration. */
export interface PrometheusConfig {
  /** How KPIs name it, where there are several. */
  name?: string;
  url: string;
  headers: Record<string, string>;
  everySeconds: number;
  timeoutSeconds: number;
  queryTimeoutSeconds: number;
}

type Config = ReturnType<RootConfigService['getConfig']>;

const key = 'scorecards.collectors.prometheus';

function readOne(config: Config, name: string | undefined): PrometheusConfig {
  const url = config.getString('url');
  const { protocol } = URL.canParse(url) ? new URL(url) : {};
  if (protocol !== 'http:' && protocol !== 'https:') {
    const of = name === undefined ? key : `${key} "${name}"`;
    // Without the url, which may have a password in it.
    throw new InputError(
      `${of}: the url is no address; write http:// or https:// in front`,
    );
  }
  const schedule = readSchedule(config, {
    everySeconds: 60,
    timeoutSeconds: 120,
  });
  return {
    name,
    url,
    headers: config.getOptional<Record<string, string>>('headers') ?? {},
    ...schedule,
    queryTimeoutSeconds: Math.min(
      config.getOptionalNumber('queryTimeoutSeconds') ?? 20,
      schedule.timeoutSeconds,
    ),
  };
}

/** One Prometheus, several with names, or none. */
export function readPrometheusConfigs(
  config: RootConfigService,
): PrometheusConfig[] {
  if (!config.has(key)) return [];
  if (!Array.isArray(config.get(key)))
    return [readOne(config.getConfig(key), undefined)];
  const all = config
    .getConfigArray(key)
    .map(each => readOne(each, each.getString('name')));
  const names = all.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new InputError(
      `${key} names "${twice}" twice: give each a name of its own`,
    );
  }
  return all;
}

import type {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type { Collector } from '@squadron/plugin-scorecards-node';
import { CatalogCollector } from './catalog/CatalogCollector';
import { readHttpConfig } from './http/config';
import { HttpCollector } from './http/HttpCollector';
import { MeasuresCollector } from './measures/MeasuresCollector';
import { readPrometheusConfigs } from './prometheus/config';
import { PrometheusCollector } from './prometheus/PrometheusCollector';
import { readSchedule } from './readSchedule';
import { ScaffolderCollector } from './scaffolder/ScaffolderCollector';

const defaults = { everySeconds: 300, timeoutSeconds: 60 };

/** The collectors that come with the plugin, as they are configured. */
export function createCollectors(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  orgModel: OrgModelService;
  scaffolder: ScaffolderService;
}): Collector[] {
  const { config } = options;
  const scheduled = (type: string) => ({
    ...options,
    schedule: readSchedule(
      config.getOptionalConfig(`scorecards.collectors.${type}`),
      defaults,
    ),
  });
  return [
    ...readPrometheusConfigs(config).map(each => new PrometheusCollector(each)),
    new HttpCollector(readHttpConfig(config)),
    new CatalogCollector(scheduled('catalog')),
    new ScaffolderCollector(scheduled('scaffolder')),
    new MeasuresCollector(scheduled('plugin')),
  ];
}

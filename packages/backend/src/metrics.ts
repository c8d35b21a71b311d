import {
  RootConfigService,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { InputError, assertError } from '@backstage/errors';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** Where Prometheus finds the metrics of this replica. */
export interface MetricsEndpoint {
  port: number;
  host: string;
}

/** Nothing where no port is configured: metrics are then neither kept nor shown. */
export function readMetricsEndpoint(
  config: RootConfigService,
): MetricsEndpoint | undefined {
  const port = config.getOptionalNumber('squadron.metrics.port');
  if (port === undefined) return undefined;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InputError(
      `squadron.metrics.port is ${port}: write a port from 1 to 65535, or leave it out to show no metrics`,
    );
  }
  const host = config.getOptionalString('squadron.metrics.host');
  return { port, host: host ?? '127.0.0.1' };
}

/** Serves what the portal measures under `/metrics` until the provider is shut down. */
export async function serveMetrics(
  endpoint: MetricsEndpoint,
): Promise<MeterProvider> {
  const exporter = new PrometheusExporter({
    ...endpoint,
    preventServerStart: true,
  });
  try {
    await exporter.startServer();
  } catch (error) {
    assertError(error);
    throw new Error(
      `The metrics cannot be served on ${endpoint.host}:${endpoint.port} (${error.message}): configure another squadron.metrics.port`,
    );
  }
  return new MeterProvider({ readers: [exporter] });
}

const metricsServerRef = createServiceRef<MeterProvider | undefined>({
  id: 'squadron.metrics-server',
  scope: 'root',
});

/**
 * Shows the portal's own metrics to Prometheus. A service of the root, since these exist before any
 * plugin: what creates an instrument before there is a global provider is never measured.
 */
export default createServiceFactory({
  service: metricsServerRef,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  async factory({ config, lifecycle, logger }) {
    const endpoint = readMetricsEndpoint(config);
    if (!endpoint) return undefined;
    const provider = await serveMetrics(endpoint);
    metrics.setGlobalMeterProvider(provider);
    lifecycle.addShutdownHook(() => provider.shutdown());
    logger.info(
      `Metrics for Prometheus on http://${endpoint.host}:${endpoint.port}/metrics`,
    );
    return provider;
  },
});

import { createServer } from 'node:net';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { metrics } from '@opentelemetry/api';
import metricsServer, { readMetricsEndpoint, serveMetrics } from './metrics';

async function listen(port = 0) {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address() as { port: number };
  const close = () => new Promise(done => server.close(done));
  return { port: address.port, close };
}

async function freePort(): Promise<number> {
  const { port, close } = await listen();
  await close();
  return port;
}

describe('the metrics of the portal', () => {
  afterEach(() => metrics.disable());

  it('show Prometheus what a plugin measures', async () => {
    const port = await freePort();
    const plugin = createBackendPlugin({
      pluginId: 'pets',
      register: env =>
        env.registerInit({
          deps: { meter: metricsServiceRef, logger: coreServices.logger },
          init: async ({ meter }) => {
            meter
              .createObservableGauge('pets_fed')
              .addCallback(result => result.observe(3));
          },
        }),
    });
    const backend = await startTestBackend({
      features: [
        plugin,
        metricsServer,
        metricsServiceFactory,
        mockServices.rootConfig.factory({
          data: { squadron: { metrics: { port } } },
        }),
      ],
    });
    const address = `http://127.0.0.1:${port}/metrics`;
    const text = await (await fetch(address)).text();
    expect(text).toMatch(/^pets_fed\{.*\} 3$/m);
    await backend.stop();
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('are off unless a port is configured, and stay on this machine by default', () => {
    const read = (squadron: object) =>
      readMetricsEndpoint(mockServices.rootConfig({ data: { squadron } }));
    expect(read({})).toBeUndefined();
    expect(read({ metrics: { port: 9464 } })).toEqual({
      port: 9464,
      host: '127.0.0.1',
    });
    expect(() => read({ metrics: { port: 0.5 } })).toThrow(
      'write a port from 1 to 65535',
    );
  });

  it('say which setting to change when their port is taken', async () => {
    const { port, close } = await listen();
    await expect(serveMetrics({ port, host: '127.0.0.1' })).rejects.toThrow(
      'configure another squadron.metrics.port',
    );
    await close();
  });
});

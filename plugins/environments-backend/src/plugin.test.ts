import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import environmentsPlugin from '.';

describe('the plugin without a cluster', () => {
  it('starts, and says that there is none', async () => {
    const { server } = await startTestBackend({
      features: [
        environmentsPlugin,
        mockServices.rootConfig.factory({
          data: { kubernetes: { clusterLocatorMethods: [] } },
        }),
      ],
    });
    const { status, body } = await request(server)
      .get('/api/environments/clusters')
      .set('Authorization', mockCredentials.user.header());
    expect({ status, body }).toEqual({ status: 200, body: { items: [] } });
  });
});

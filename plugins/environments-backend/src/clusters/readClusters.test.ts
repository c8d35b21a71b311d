import { mockServices } from '@backstage/backend-test-utils';
import { readClusters } from './readClusters';

const dev = {
  name: 'dev',
  title: 'Development',
  url: 'https://dev.example.org',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'secret',
  caData: 'Y2E=',
};
const lab = {
  name: 'lab',
  url: 'https://lab.example.org',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'secret',
  skipTLSVerify: true,
};
const tokenless = { name: 'prod', url: 'https://prod.example.org' };

const read = (environments?: { clusters: string[] }) =>
  readClusters(
    mockServices.rootConfig({
      data: {
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog' },
            { type: 'config', clusters: [dev, tokenless] },
            { type: 'config', clusters: [lab] },
          ],
        },
        ...(environments && { environments }),
      },
    }),
  );

describe('the clusters of environments', () => {
  it('are those of the Kubernetes plugin that there is a token for', () => {
    expect(read()).toEqual([
      {
        name: 'dev',
        title: 'Development',
        url: 'https://dev.example.org',
        token: 'secret',
        caData: 'Y2E=',
        skipTLSVerify: false,
      },
      {
        name: 'lab',
        title: 'lab',
        url: 'https://lab.example.org',
        token: 'secret',
        caData: undefined,
        skipTLSVerify: true,
      },
    ]);
  });

  it('are those that are chosen, in that order', () => {
    const names = read({ clusters: ['lab'] }).map(({ name }) => name);
    expect(names).toEqual(['lab']);
  });

  it('cannot be others', () => {
    expect(() => read({ clusters: ['prod'] })).toThrow(
      'environments.clusters names "prod", but kubernetes.clusterLocatorMethods has no cluster of that name with a serviceAccountToken',
    );
  });

  it('are none where nothing is configured', () => {
    expect(readClusters(mockServices.rootConfig())).toEqual([]);
  });
});

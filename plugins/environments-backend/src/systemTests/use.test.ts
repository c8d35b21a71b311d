import {
  CoreV1Api,
  KubeConfig,
  NetworkingV1Api,
  RbacAuthorizationV1Api,
} from '@kubernetes/client-node';
import { eventually } from '../__testUtils__/realCluster';
import { member, setupRealPlugin } from '../__testUtils__/realPlugin';

// A cluster takes seconds to take a namespace away.
jest.setTimeout(120_000);

const { createReady, operators } = setupRealPlugin();

describe('an environment in a real cluster', () => {
  it('lets people in for some minutes, and into nothing else', async () => {
    const { commands, namespace, place } = await createReady('token');
    const { kubeconfig } = await commands.createKubeconfig(place, 10, member);
    const config = new KubeConfig();
    config.loadFromString(kubeconfig);
    const core = config.makeApiClient(CoreV1Api);
    const body = { metadata: { name: 'settings' }, data: { colour: 'blue' } };
    await core.createNamespacedConfigMap({ namespace, body });
    const refused = expect.objectContaining({ code: 403 });
    await expect(
      core.createNamespacedConfigMap({ namespace: 'default', body }),
    ).rejects.toEqual(refused);
    await expect(
      core.deleteNamespacedResourceQuota({ namespace, name: 'environment' }),
    ).rejects.toEqual(refused);
    const rights = config.makeApiClient(RbacAuthorizationV1Api);
    await expect(
      rights.deleteNamespacedRole({ namespace, name: 'developer' }),
    ).rejects.toEqual(refused);
    const network = config.makeApiClient(NetworkingV1Api);
    await expect(
      network.deleteNamespacedNetworkPolicy({
        namespace,
        name: 'default-deny',
      }),
    ).rejects.toEqual(refused);
    await expect(core.deleteNamespace({ name: namespace })).rejects.toEqual(
      refused,
    );
    await commands.delete(place, member);
  });

  it('holds no more than its quota', async () => {
    const { client, commands, namespace, place } = await createReady('quota');
    const pod = (name: string, resources?: object) =>
      operators().createNamespacedPod({
        namespace,
        body: {
          metadata: { name },
          spec: {
            containers: [
              { name: 'app', image: 'registry.example.org/app', resources },
            ],
          },
        },
      });
    await eventually(
      () => client.quotas(namespace),
      quotas => quotas.get(namespace)?.some(({ hard }) => hard) ?? false,
    );
    const small = await pod('small');
    expect(small.spec?.containers[0].resources).toMatchObject({
      requests: { cpu: '100m' },
      limits: { cpu: '500m' },
    });
    const cpu = '3';
    await expect(
      pod('large', { requests: { cpu }, limits: { cpu } }),
    ).rejects.toMatchObject({
      code: 403,
      message: expect.stringContaining('exceeded quota: environment'),
    });
    await commands.delete(place, member);
  });
});

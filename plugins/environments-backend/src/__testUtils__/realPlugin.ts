import { randomBytes } from 'node:crypto';
import * as kubernetes from '@kubernetes/client-node';
import { KubernetesClient } from '../clusters/KubernetesClient';
import { openRealCluster } from './realCluster';
import { actorOf, setupServices } from './services';
import { setupUpkeep } from './upkeep';

/** Who owns what the tests make, and somebody else. */
export const member = actorOf('squad-b-1');
export const stranger = actorOf('squad-c-1');

/** Of this run, so that a cluster of one's own may be used again and again. */
export const run = randomBytes(3).toString('hex');

/** Sees no other run's environments: with a clock that runs ahead, all would be past their end. */
class ClientOfRun extends KubernetesClient {
  async namespaces() {
    const all = await super.namespaces();
    return all.filter(({ name }) => name.endsWith(`-${run}`));
  }
}

/** What somebody asks for whose component bears a name. */
export function wantedFor(name: string, task = 'task-1') {
  const labels = { 'cost-center': 'cc-b1' };
  return { component: `${name}-${run}`, owner: 'squad-b-1', labels, task };
}

/** The real cluster for a file of tests; call it where tests are described. */
export function setupRealPlugin() {
  const opened = openRealCluster();

  afterAll(async () => {
    const client = new ClientOfRun(kubernetes, opened.address);
    for (const left of await client.namespaces()) {
      await client.deleteNamespace(left);
    }
  });

  /** The plugin as it is right after a start: it knows nothing but the cluster. */
  function start() {
    const client = new ClientOfRun(kubernetes, opened.address);
    const services = setupServices([client]);
    return { client, ...services, ...setupUpkeep(services) };
  }

  /** An environment whose golden path has ended, and the plugin that made it. */
  async function createReady(name: string) {
    const plugin = start();
    const wanted = wantedFor(name);
    const { namespace } = await plugin.commands.create(wanted, member);
    const place = { cluster: 'dev', namespace };
    await plugin.commands.promote(place, member);
    return { ...plugin, namespace, place };
  }

  /** The cluster as those who run it see it. */
  return { start, createReady, operators: () => opened.core };
}

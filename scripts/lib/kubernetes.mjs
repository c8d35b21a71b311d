import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildKubernetes, isBuilt } from '../kubernetes/build.mjs';
import { startServers } from '../kubernetes/servers.mjs';
import { Failure } from './failure.mjs';
import { tryLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { step } from './steps.mjs';

const folder = join(cacheDir, 'kubernetes');
const log = name => join(cacheDir, `log/kubernetes-${name}.log`);

async function ensureBuilt() {
  if (isBuilt(folder)) return;
  const lock = tryLock(join(cacheDir, 'kubernetes.lock'));
  if (!lock) {
    throw new Failure(
      'Another run is building Kubernetes: wait until it has, and run the same command again.',
    );
  }
  try {
    await step('Kubernetes', () => buildKubernetes({ folder, log }), {
      hint: 'a first build takes about 5 minutes',
    });
  } finally {
    lock.release();
  }
}

/**
 * A cluster for tests: the one that KUBECONFIG names, else one of its own, which is built when it is not yet.
 * Answers its kubeconfig and a function that ends what was started.
 */
export async function startKubernetes(named = process.env.KUBECONFIG) {
  if (named) {
    if (existsSync(named)) return { kubeconfig: named, stop: async () => {} };
    throw new Failure(
      `The variable KUBECONFIG names ${named}, which is not there: correct it, or unset it to have a cluster started.`,
    );
  }
  await ensureBuilt();
  return step('Kubernetes API server', () => startServers({ folder, log }));
}

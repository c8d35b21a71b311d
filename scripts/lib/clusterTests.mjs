import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';
import { startKubernetes } from './kubernetes.mjs';
import { backstageCli, cacheDir, root } from './paths.mjs';
import { runAloud } from './processes.mjs';
import { jestTally } from './tally.mjs';

/** The tests that need a Kubernetes API server: those in `systemTests` of the plugin that makes environments. */
export async function runClusterTests({ node, env }) {
  const results = join(cacheDir, 'cluster-test-results.json');
  rmSync(results, { force: true });
  const cluster = await startKubernetes();
  try {
    const { code } = await runAloud(
      node,
      [
        backstageCli,
        ...['package', 'test', '--watchAll=false', '--runInBand'],
        // Their folder is left out where there is no cluster.
        ...['--testPathIgnorePatterns', '/node_modules/'],
        ...['--testPathPatterns', '/systemTests/'],
        ...['--json', `--outputFile=${results}`],
      ],
      {
        cwd: join(root, 'plugins/environments-backend'),
        env: {
          ...env,
          CI: '1',
          NODE_ENV: 'test',
          KUBECONFIG: cluster.kubeconfig,
        },
        log: join(cacheDir, 'log/cluster-tests.log'),
      },
    );
    return jestTally(readJson(results), code);
  } finally {
    await cluster.stop();
  }
}

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';
import { backstageCli, cacheDir, root } from './paths.mjs';
import { runAloud } from './processes.mjs';
import { jestTally, tapTally } from './tally.mjs';

/** The tests in `systemTests` of a plugin. */
export async function runPluginTests(plugin, { node, env }, clusterEnv) {
  const results = join(cacheDir, `system-test-results-${plugin}.json`);
  rmSync(results, { force: true });
  const { code } = await runAloud(
    node,
    [
      backstageCli,
      ...['package', 'test', '--watchAll=false', '--runInBand'],
      // Their folder is left out of all other tests.
      ...['--testPathIgnorePatterns', '/node_modules/'],
      ...['--testPathPatterns', '/systemTests/'],
      ...['--json', `--outputFile=${results}`],
    ],
    {
      cwd: join(root, 'plugins', plugin),
      env: { ...env, ...clusterEnv, CI: '1', NODE_ENV: 'test' },
      log: join(cacheDir, `log/system-tests-${plugin}.log`),
    },
  );
  return jestTally(readJson(results), code);
}

/** What golden paths leave behind when something goes wrong, in portals of their own. */
export async function runFaultTests({ node, env }, clusterEnv) {
  const tap = join(cacheDir, 'fault-tests.tap');
  rmSync(tap, { force: true });
  const { code } = await runAloud(
    node,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      join(root, 'scripts/systemTests/goldenPaths.mjs'),
    ],
    {
      env: { ...env, ...clusterEnv },
      log: join(cacheDir, 'log/fault-tests.log'),
    },
  );
  return tapTally(readFileSync(tap, 'utf8'), code);
}

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks, runChecks } from '../lib/checks.mjs';
import { Failure } from '../lib/failure.mjs';
import { readJson } from '../lib/files.mjs';
import { filesBelow } from '../lib/fingerprint.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { readOptions } from '../lib/options.mjs';
import { backstageCli, cacheDir, root } from '../lib/paths.mjs';
import { runAloud, stopSignal } from '../lib/processes.mjs';
import { step } from '../lib/steps.mjs';
import { closingLine, jestTally, sum, tapTally } from '../lib/tally.mjs';

const usage = 'npm test -- [pattern of test files]';

function launcherTests(patterns) {
  const tests = filesBelow(join(root, 'scripts')).filter(file =>
    file.endsWith('.test.mjs'),
  );
  if (patterns.length === 0) return tests;
  return tests.filter(file =>
    patterns.some(pattern => new RegExp(pattern, 'i').test(file)),
  );
}

async function runLauncherTests(files, { node, env }) {
  const tap = join(cacheDir, 'launcher-tests.tap');
  rmSync(tap, { force: true });
  const { code } = await runAloud(
    node,
    [
      '--test',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      ...files,
    ],
    { env, log: join(cacheDir, 'log/launcher-tests.log') },
  );
  return tapTally(readFileSync(tap, 'utf8'), code);
}

async function runJest(patterns, { node, env }, postgresUrl) {
  const results = join(cacheDir, 'jest-results.json');
  rmSync(results, { force: true });
  const { code } = await runAloud(
    node,
    [
      backstageCli,
      'repo',
      'test',
      `--config=${join(root, 'scripts/jest.config.mjs')}`,
      // A worker that starts anew reads everything anew.
      '--workerIdleMemoryLimit=2000M',
      '--watchAll=false',
      '--json',
      `--outputFile=${results}`,
      ...patterns,
    ],
    {
      env: {
        ...env,
        CI: '1',
        NODE_ENV: 'test',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgresUrl,
      },
      log: join(cacheDir, 'log/jest.log'),
    },
  );
  return jestTally(readJson(results), code);
}

async function runTests(patterns, toolchain) {
  const { startPostgres } = await import('../lib/postgres.mjs');
  const postgres = await step('PostgreSQL for the tests', startPostgres);
  try {
    stopSignal.throwIfAborted();
    return await runJest(patterns, toolchain, postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Every check and every test, or only the tests whose file matches a pattern. */
export async function command(args, toolchain) {
  const { positionals: patterns } = readOptions(args, {}, usage);
  await ensureInstalled(toolchain);
  const all = patterns.length === 0;
  const tallies = all ? await runChecks(checks, toolchain) : [];
  const files = launcherTests(patterns);
  if (files.length > 0) tallies.push(await runLauncherTests(files, toolchain));
  tallies.push(await runTests(patterns, toolchain));
  const total = sum(tallies);
  if (total.passed + total.failed + total.skipped === 0) {
    throw new Failure(
      `No test file matches ${patterns.join(' ')}: give part of a file's path, for example "npm test -- org-model-common".`,
    );
  }
  process.stdout.write(`\n${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}
